"""What is said of headings side by side: facts always, remarks by the score (facts of the language page, §7)."""

from enum import Enum

from app.lang.parallelism import EVEN, UNEVEN, Parallelism


class Tone(Enum):
    """How loudly the remarks on a group are said."""

    NONE = "none"
    HINT = "hint"
    REMARK = "remark"


def tone_of(found: Parallelism) -> Tone:
    """Nothing from 85 on, a grey hint from 70 on, a remark below."""
    if found.score >= EVEN or not found.remarks:
        return Tone.NONE
    return Tone.HINT if found.score >= UNEVEN else Tone.REMARK


def facts(found: Parallelism) -> str:
    """Numbers of clauses, lengths and repeated lead verbs, in one line; empty for fewer than two headings."""
    if len(found.clause_counts) < 2:
        return ""
    told = [_clauses(found.clause_counts), _lengths(found.lengths)]
    if found.repeated_verbs:
        told.append("起首动词重复：" + "、".join(f"“{verb}”" for verb in found.repeated_verbs))
    return "　".join(told)


def _clauses(counts: tuple[int, ...]) -> str:
    if len(set(counts)) == 1:
        return f"分句都是 {counts[0]}"
    return "分句 " + "、".join(map(str, counts))


def _lengths(lengths: tuple[tuple[int, ...], ...]) -> str:
    whole = [sum(each) for each in lengths]
    if len(set(whole)) == 1:
        return f"字数都是 {whole[0]}"
    return "字数 " + "、".join(map(str, whole))


def told_lengths(lengths: tuple[int, ...]) -> str:
    """The characters of one heading, clause by clause: 6＋8."""
    return "＋".join(map(str, lengths))
