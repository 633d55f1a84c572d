"""What a stretch of the text is, in words, for the tooltip over it."""

from app.core.draft import Bind, Run

_SCOPES = {"draft": "事实", "section": "本节的字段", "computed": "由程序数出"}


def name_of(bind: Bind) -> str:
    """The name of a value with where it belongs."""
    return f"{bind.name.removeprefix('@')}（{_SCOPES.get(bind.scope, '事实')}）"


def told_of(run: Run, live: bool) -> str:
    """Words about a run, a line for each thing to say; empty for plain text. `live`: it says its value."""
    told: list[str] = []
    if run.bind is not None:
        told += [name_of(run.bind), _about_bind(run, run.bind, live)]
    elif run.placeholder:
        told.append("待填：直接打字就换掉它")
    if run.query:
        told.append("待核实")
    if run.comment:
        told.append(f"批注：{run.comment}")
    return "\n".join(told)


def _about_bind(run: Run, bind: Bind, live: bool) -> str:
    if bind.scope == "computed":
        return "改了正文，这里跟着变"
    if run.placeholder:
        return "还没有填：在这里打字就填上，别处一起变"
    if not live:
        return "手工改过，不跟着变；右键可重新绑定"
    return "按住 Ctrl 点一下，到右边去改"
