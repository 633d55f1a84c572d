"""What may be written at a place of a template's text: names, forms, parts, words of tags and of the markup."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from app.core.computed import COMPUTED_NAMES
from app.core.kinds import MARKERS
from app.templating.fields import Field, shown
from app.templating.shapes import Shape, forms_of, parts_of, scene_before, shape_of, shape_of_field
from app.templating.tokens import WORDS


class Source(Enum):
    """Where what is offered comes from."""

    FIELD = "本节字段"
    FACT = "事实"
    OWN = "这一段里的"
    FORM = "印法"
    PART = "取一部分"
    CHOICE = "选项"
    WORD = "写法"
    MARK = "符号"
    SLOT = "部件"


@dataclass(frozen=True, slots=True)
class Offer:
    """One of them. `told` says beside it what it is; `text` takes the place of what was typed.

    `caret` is where in `text` the cursor goes, None for its end.
    """

    name: str
    told: str
    source: Source
    text: str
    caret: int | None = None


@dataclass(frozen=True, slots=True)
class Completion:
    """What is offered for the characters from `start` to the place; `word` are these, as far as they name something."""

    start: int
    word: str
    offers: tuple[Offer, ...]


_OPENERS = re.compile(r"\{\{-?|\{%[-+]?|\{#|｛｛|｛%|[}%#]\}|｝｝")
_WORD = re.compile(r"[^\W\d]\w*$")
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_IN_STRING = re.compile(r"(?P<before>.*)[\"'](?P<word>[^\"']*)$", re.DOTALL)
_COMPARED = re.compile(r"(?P<name>[^\W\d]\w*)\s*(?:==|!=|in\s*\[(?:[^\]]*,)?|in\s*\((?:[^)]*,)?)\s*$")
_ARGUMENT = re.compile(r"\|\s*(?P<form>\w+)\(\s*$")
_ARGUMENTS: Mapping[str, tuple[str, ...]] = {
    "要点": MARKERS,
    "顿号": ("和", "以及", "与"),
    "金额": ("元", "万元", "亿元"),
    "带单位": ("个", "项", "户", "人", "万元"),
}
_TESTS = {"defined": "填了", "not defined": "没有填", "odd": "单数", "even": "双数"}
_JOINS = {"and": "并且", "or": "或者", "is": "是不是", "not in": "不在其中", "in": "在其中"}
_KIND_WORDS = {"场上提示": "如（鼓掌），给主持人看", "结束语": "如 谢谢大家！"}
_SETTINGS = {**{f"{{{each}}}": f"{each}：要点用哪种序" for each in MARKERS},
             "{重起}": "序号从一重新开始", "{领句=全}": "整段都是领句", "{领句=无}": "没有领句"}  # fmt: skip
_TOLD_COUNTS = dict(
    zip(COMPUTED_NAMES, ("后面有几个一级标题", "共有几项议程", "这是第几项议程"), strict=True)
)
_SLOTS = re.compile(r"^\s*(?:部件|slots)\s*=\s*\[(?:[^\"\]]*\"[^\"]*\")*[^\"\]]*\"(?P<word>\w*)$")
_PLAIN_START = re.compile(r"[ \t\u3000]*\+?[ \t]*@(?P<word>\w*)$")
_PLAIN_SETTING = re.compile(r"(?<!\\)\{(?P<word>[^\s{}%#]*)$")
_PLAIN_FILL = re.compile(r"【(?P<word>[^【】]{0,2})$")
_PLAIN_COUNT = re.compile(r"\[(?P<text>[^\[\]]*)\]\(=?@?(?P<word>\w*)$")


def completion_at(
    text: str, at: int, facts: Mapping[str, Field], fields: Mapping[str, Field]
) -> Completion | None:
    """What may be written at the place `at` of a template's body; None where nothing is known to be wanted.

    `facts` are those of all drafts, `fields` those of this section, which win.
    """
    opener = next((match for match in _last_first(text, at) if match), None)
    if opener is None or opener.group()[-1] in "}｝":
        return _in_plain(text, at)
    if opener.group() == "{#":
        return None
    return _Tag(text, at, opener, facts, fields).completion()


def slots_at(text: str, at: int, slots: Mapping[str, str]) -> Completion | None:
    """The ids of slots, by their 名称, where the file of a template names them; None anywhere else."""
    match = _SLOTS.search(text[text.rfind("\n", 0, at) + 1 : at])
    if match is None:
        return None
    offers = tuple(Offer(slot, name, Source.SLOT, slot) for slot, name in slots.items())
    return Completion(at - len(match["word"]), match["word"], offers)


def _last_first(text: str, at: int) -> Iterable[re.Match[str]]:
    return reversed(list(_OPENERS.finditer(text, max(0, at - 2000), at)))


def _in_plain(text: str, at: int) -> Completion | None:
    """Between the tags: words of the markup."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    rest = text[at : text.find("\n", at) if "\n" in text[at:] else len(text)]
    if match := _PLAIN_START.match(line):
        offers = [Offer(f"@{word}", told, Source.MARK, f"@{word} ") for word, told in _KIND_WORDS.items()]
        return _starting(at, match["word"], 1, offers)
    if (match := _PLAIN_COUNT.search(line)) and not rest.startswith(")"):
        offers = [Offer(name, told, Source.MARK, f"[几](=@{name})") for name, told in _TOLD_COUNTS.items()]
        return Completion(at - len(match.group()), match["word"], tuple(offers))
    if match := _PLAIN_FILL.search(line):
        fill = Offer(
            "【待填：…】",
            "留给人填的空",
            Source.MARK,
            "【待填：】" if not rest.startswith("】") else "【待填：",
            4,
        )
        return _starting(at, match["word"], 1, [fill])
    if (match := _PLAIN_SETTING.search(line)) and not rest.strip(" }"):
        return _starting(
            at, match["word"], 1, [Offer(form, told, Source.MARK, form) for form, told in _SETTINGS.items()]
        )
    return None


def _starting(at: int, word: str, mark: int, offers: list[Offer]) -> Completion:
    """Offers that take the place of a mark and the word after it."""
    return Completion(at - len(word) - mark, word, tuple(offers))


class _Tag:
    """A place within {{ or {%."""

    def __init__(
        self,
        text: str,
        at: int,
        opener: re.Match[str],
        facts: Mapping[str, Field],
        fields: Mapping[str, Field],
    ) -> None:
        self._at, self._opener = at, opener
        self._fields = {**facts, **fields}
        self._own = fields
        self._before = text[opener.end() : at]
        self._rest = text[at:].split("\n", 1)[0]
        names = {name: shape_of_field(field) for name, field in self._fields.items()}
        self._scene = scene_before(text[: opener.start()], names)

    @property
    def _is_block(self) -> bool:
        return "%" in self._opener.group()

    def completion(self) -> Completion | None:
        """What may be written here."""
        if _STRING.sub("", self._before).count('"') % 2 or _STRING.sub("", self._before).count("'") % 2:
            return self._in_string()
        match = _WORD.search(self._before)
        word = match.group() if match else ""
        before = self._before[: len(self._before) - len(word)]
        ahead = before.rstrip()
        if ahead.endswith("|"):
            return self._made(word, self._forms(ahead[:-1]))
        if ahead.endswith("."):
            return self._made(word, self._parts(ahead[:-1]))
        if self._is_block and not ahead:
            return self._made(word, self._tags())
        if re.search(r"\bis$", ahead):
            return self._made(word, [Offer(name, told, Source.WORD, name) for name, told in _TESTS.items()])
        last = _WORD.search(ahead)
        follows = last is not None and last.group() not in WORDS
        return self._made(word, self._joins(ahead) if follows else self._names(before, ahead))

    def _made(self, word: str, offers: Iterable[Offer]) -> Completion | None:
        found = tuple(offers)
        start = self._at - len(word)
        if self._opener.group()[0] == "｛":
            start = self._opener.start()
        return Completion(start, word, found) if found else None

    def _in_string(self) -> Completion | None:
        match = _IN_STRING.match(self._before)
        if match is None:
            return None
        words: Iterable[str] = ()
        if compared := _COMPARED.search(match["before"]):
            field = self._fields.get(compared["name"])
            words = field.choices if field else ()
        elif argument := _ARGUMENT.search(match["before"]):
            words = _ARGUMENTS.get(argument["form"], ())
        offers = tuple(Offer(each, "", Source.CHOICE, each) for each in words)
        return Completion(self._at - len(match["word"]), match["word"], offers) if offers else None

    def _forms(self, expression: str) -> Iterable[Offer]:
        for name, told in forms_of(shape_of(expression, self._scene.names)).items():
            argument = name in ("带单位", "默认")
            text = f'{name}("")' if argument else name
            yield Offer(name, told, Source.FORM, text, len(text) - 2 if argument else None)

    def _parts(self, expression: str) -> Iterable[Offer]:
        for name in parts_of(shape_of(expression, self._scene.names)):
            yield Offer(name, "", Source.PART, name)

    def _names(self, before: str, ahead: str) -> Iterable[Offer]:
        """Names that fit: after 逐项写's `in` lists only."""
        scene = self._scene
        lists = self._is_block and re.search(r"^\s*for\b.*\bin$", ahead) is not None
        wanted = (Shape.LIST, Shape.ENTRIES, Shape.VOCABULARY, Shape.OTHER) if lists else tuple(Shape)
        for name, shape in scene.names.items():
            if shape in wanted and name in scene.own:
                yield self._name(name, "序号" if name == "loop" else "循环里的一项", Source.OWN, before)
        for name, field in {**self._own, **self._fields}.items():
            if name not in scene.own and scene.names[name] in wanted:
                source = Source.FIELD if name in self._own else Source.FACT
                yield self._name(name, _told(field), source, before)

    def _name(self, name: str, told: str, source: Source, before: str) -> Offer:
        """A name, with what closes the tag where nothing does yet."""
        lead = "{{ " if self._opener.group() == "｛｛" else " " if not before and not self._is_block else ""
        if self._is_block or "}}" in self._rest.split("{{", 1)[0]:
            return Offer(name, told, source, lead + name)
        return Offer(name, told, source, f"{lead}{name} }}}}")

    def _joins(self, ahead: str) -> Iterable[Offer]:
        """What may follow a name: never another one."""
        if self._is_block:
            words = ("in",) if re.fullmatch(r"\s*for\s+\w+", ahead) else ("and", "or", "is", "not in", "in")
            yield from (Offer(word, _JOINS[word], Source.WORD, word) for word in words)

    def _tags(self) -> Iterable[Offer]:
        """Tags to begin here, and first of all what closes the innermost open one."""
        lead = "{% " if self._opener.group() == "｛%" else "" if self._before else " "
        end = "" if "%}" in self._rest else " %}"
        opened = self._scene.open_tags[-1:]
        for tag in opened:
            yield Offer(f"end{tag}", "到这里为止", Source.WORD, f"{lead}end{tag}{end}")
        if opened == ("if",):
            yield Offer("else", "否则写", Source.WORD, f"{lead}else{end}")
            yield Offer("elif", "否则如果", Source.WORD, f"{lead}elif {end}", len(lead) + 5)
        for word, told, inner in (("if", "有就写、看情况写", "if "), ("for", "逐项写", "for 项 in ")):
            tail = f"{end}\n\n{{% end{word} %}}" if end else ""
            yield Offer(word, told, Source.WORD, f"{lead}{inner}{tail}", len(lead) + len(inner))
        yield Offer("set", "给一段话起个名字", Source.WORD, f"{lead}set {end}", len(lead) + 4)


def _told(field: Field) -> str:
    """What a declared name is, in a few words."""
    example = shown(field, field.example).strip().replace("\n", "、") if field.example is not None else ""
    return f"{field.type}　如 {example}" if example else str(field.type)
