"""The head of a speech on unaligned text: 稿次, 标题 over several lines, 副题, 讲话人, 日期; each may be missing."""

import re
from collections.abc import Container, Mapping, Sequence

from app.core.kinds import Kind
from app.core.spellings import typed_number
from app.importing.head_words import (
    byline,
    has_genre,
    is_bare_date,
    is_date,
    is_genre_alone,
    is_occasion,
    is_stage,
    is_subtitle,
)
from app.importing.lines import Line
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Role
from app.importing.report import Fate
from app.importing.said import BLANKS, Said

_TITLE_STYLES = ("title", "标题", "主标题", "大标题", "文档标题")
_NO_TITLE = re.compile(
    "[。；！？，、：:;,!?]$|^.{2,5}[：:]|^[（(].*[）)]$|^(?:现在|今天|刚才|下面|首先)[，,]|我代表"
)
"""The end of a sentence, a label (地点：…), a line in brackets, or words with which a speech begins."""
_BIG = 36
"""Half points: 小二号, the smallest that titles are set in."""
_WORDS = re.compile("[\u4e00-\u9fff“”《》、，·\\s0-9]+")
_SURE = 3


class Head:
    """The lines that may be the head of one speech, from the first to that before the salutation or the body.

    `at` are their indices among all `lines`; `nothing_between` tells of two whether they follow one another in
    the source, but for what is fixed. `closed` says that a salutation follows.
    """

    def __init__(
        self, lines: Sequence[Line], paragraphs: Sequence[Paragraph], at: Sequence[int], closed: bool
    ) -> None:
        self._lines = lines
        self._paragraphs = paragraphs
        self._at = at
        self._closed = closed
        # Where other headings of the first level follow, the first is one of them and no title.
        self._sisters = sum(line.level == 1 for line in lines) > 1
        self._said: dict[int, Said] = {}

    def said(self, given: Mapping[int, Said], titled: bool) -> dict[int, Said]:
        """What each line is; lines that belong to the body already are not in it. `given` are fixed roles.

        `titled` says that a first line of which nothing else is known is the title.
        """
        fixed = {said.role for said in given.values()}
        rest = [at for at in self._at if at not in given]
        for at in rest:
            self._plain(at, fixed)
        titles = [at for at in given if given[at].role is Kind.TITLE]
        if titles:
            self._repeated(titles, [at for at in rest if at not in self._said])
        else:
            titles = self._title([at for at in rest if at not in self._said], titled)
        self._bylines(titles, [at for at in rest if at not in self._said])
        self._others(titles, [at for at in rest if at not in self._said])
        return self._said

    def _plain(self, at: int, fixed: Container[Role]) -> None:
        """What a line's own words say, wherever it stands."""
        text = self._lines[at].text
        if is_stage(text) and Kind.STAGE not in fixed:
            self._said[at] = Said(Kind.STAGE, 0.9, "稿次字样")
        elif is_date(text) and Kind.DATE not in fixed:
            sure = 0.6 if is_bare_date(text) else 0.95 if text[0] in "（([【〔" else 0.85
            self._said[at] = Said(Kind.DATE, sure, "单独成行的日期")
        elif is_subtitle(text) and Kind.SUBTITLE not in fixed and not self._looks_like_title(at):
            sure = 0.75 if is_occasion(text) else 0.95
            self._said[at] = Said(
                Kind.SUBTITLE, sure, "时间和场合的题注" if is_occasion(text) else "以破折号开头的副题"
            )

    def _title(self, rest: Sequence[int], titled: bool) -> list[int]:
        """The title's lines: the best that is nearest to the salutation; the same again is a repetition.

        One on a line of its own is better than one that text runs on behind.
        """
        scores = {at: self._score(at) for at in rest}
        likely = [at for at in rest if scores[at] >= _SURE]
        marked = [at for at in likely if self._looks_like_title(at)]
        if likely:
            alone = [at for at in likely if self._stands_alone(at)]
            chosen = (marked or alone or likely)[-1]
            lines = self._grown(chosen, rest)
            sure = 0.95 if has_genre("".join(self._lines[at].text for at in lines)) else 0.85
            reason = "标题样式" if marked else "讲话稿名称的写法"
        elif (first := self._fallback(rest, titled)) is not None:
            lines, reason = self._grown(first, rest), "正文前独立成行的文字"
            whole = has_genre("".join(self._lines[at].text for at in lines))
            sure = 0.95 if whole else 0.85 if self._marks() else 0.7 if self._closed else 0.5
        else:
            return []
        if (topic := self._topic_above(lines, rest)) is not None:
            for at in lines:
                self._said[at] = Said(Kind.SUBTITLE, 0.6, "主题句下面的场合，像副题")
            lines, sure, reason = [topic], 0.75, "场合上面的主题句"
        for at in lines:
            self._said[at] = Said(Kind.TITLE, sure, reason)
        self._repeated(lines, [at for at in rest if at not in self._said])
        return lines

    def _stands_alone(self, at: int) -> bool:
        line = self._lines[at]
        return line.text == self._paragraphs[line.paragraph].text.strip(BLANKS)

    def _topic_above(self, title: Sequence[int], rest: Sequence[int]) -> int | None:
        """The line above 「在……会议上的讲话」 that says what the speech is about; None where none does."""
        above, first = title[0] - 1, self._lines[title[0]].text
        if above not in rest or not first.startswith("在") or self._looks_like_title(title[0]):
            return None
        text = self._lines[above].text
        usable = self._can_be_title(above) and not has_genre(text) and not byline(text)
        return above if usable and len(text) >= 8 and _WORDS.fullmatch(text) else None

    def _fallback(self, rest: Sequence[int], titled: bool) -> int | None:
        """The line to take for a title where none looks like one: the last, but those after a subtitle or date."""
        marks = self._marks()
        end = min(marks, default=len(self._lines))
        usable = [
            at for at in rest if at < end and not byline(self._lines[at].text) and self._can_be_title(at)
        ]
        if self._closed or marks:
            return usable[-1] if usable else None
        return usable[0] if usable and titled else None

    def _marks(self) -> list[int]:
        """The lines that only stand below a title."""
        return [at for at, said in self._said.items() if said.role in (Kind.SUBTITLE, Kind.DATE)]

    def _score(self, at: int) -> int:
        text = self._lines[at].text
        if not self._can_be_title(at):
            return -1
        score = 4 if self._looks_like_title(at) else 0
        score += 3 if has_genre(text) and len(text) >= 4 else 0
        score += 1 if re.match("关于|在|[0-9]{4}年", text) else 0
        return score - (2 if byline(text) >= 0.7 else 0)

    def _can_be_title(self, at: int) -> bool:
        text = self._lines[at].text
        if len(text) > 70 or typed_number(text) is not None or _NO_TITLE.search(text):
            return False
        return text.count("。") == 0 or has_genre(text)

    def _looks_like_title(self, at: int) -> bool:
        """Whether the source sets a line as a title: its style, a heading of the first level, centred and big."""
        look = self._paragraphs[self._lines[at].paragraph]
        if look.style.lower() in _TITLE_STYLES:
            return True
        first = look.level == 1 and not look.number and at == self._at[0] and not self._sisters
        return first or (look.centred and look.size >= _BIG)

    def _grown(self, chosen: int, rest: Sequence[int]) -> list[int]:
        """A title over several lines: those above and below it that only with it are one."""
        lines = [chosen]
        free = set(rest)
        while (above := lines[0] - 1) in free and self._runs_into(above, lines[0]):
            lines.insert(0, above)
        while (below := lines[-1] + 1) in free and self._runs_into(lines[-1], below):
            lines.append(below)
        return lines

    def _runs_into(self, above: int, below: int) -> bool:
        """Whether two lines that follow one another are of one title."""
        one, other = self._lines[above], self._lines[below]
        if not (self._can_be_title(above) and self._can_be_title(below)):
            return False
        if one.paragraph == other.paragraph:
            return not byline(other.text) or is_genre_alone(other.text)
        if is_genre_alone(other.text):
            return not has_genre(one.text) and not byline(one.text)
        if self._looks_like_title(above) and self._looks_like_title(below):
            return self._same_look(one, other)
        if one.text.endswith("同志") and other.text.startswith("在"):
            return True
        begun = bool(re.match("(?:.{0,12}在|关于)", one.text)) and not has_genre(one.text)
        return (
            begun and has_genre(other.text) and not re.match("在|关于", other.text) and not byline(one.text)
        )

    def _same_look(self, one: Line, other: Line) -> bool:
        first, second = self._paragraphs[one.paragraph], self._paragraphs[other.paragraph]
        return (first.style, first.centred, first.size) == (second.style, second.centred, second.size)

    def _repeated(self, title: Sequence[int], others: Sequence[int]) -> None:
        whole = _bare("".join(self._lines[at].text for at in title))
        for at in others:
            text = _bare(self._lines[at].text)
            if len(text) >= 4 and (text in whole or whole in text):
                self._said[at] = Said(Fate.REPEATED, 0.9, "标题又写了一遍，可能多几个字或少几个字")
            elif has_genre(self._lines[at].text) and self._can_be_title(at):
                self._said[at] = Said(Fate.REPEATED, 0.5, "另有一个标题更像")

    def _bylines(self, titles: Sequence[int], rest: Sequence[int]) -> None:
        """Names and offices after the title, or before it where nothing else can stand."""
        for at in rest:
            sure = byline(self._lines[at].text)
            after = not titles or at > titles[-1]
            near = bool(titles) and at == titles[0] - 1
            if sure >= (0.4 if after and self._closed else 0.7 if after or near else 0.9):
                self._said[at] = Said(Kind.BYLINE, sure, "职务、姓名的写法")

    def _others(self, titles: Sequence[int], rest: Sequence[int]) -> None:
        """What is none of these: before the title the page's; after it the body's where no salutation follows."""
        strong = max((at for at in (*self._said, *titles)), default=-1)
        for at in rest:
            text = self._lines[at].text
            if titles and at < titles[0]:
                self._said[at] = Said(Fate.RESIDUE, 0.5, "标题之前的文字，像是网页上的")
            elif self._closed or at < strong:
                if self._continues_subtitle(at):
                    self._said[at] = Said(Kind.SUBTITLE, 0.7, "副题的下一行")
                elif len(text) <= 20 and not re.search("[。，：:]", text) and titles:
                    self._said[at] = Said(Kind.BYLINE, 0.35, "标题与称谓之间的短行，可能是讲话人")
                else:
                    self._said[at] = Said(Fate.RESIDUE, 0.4, "称谓之前的文字，不像标题、讲话人")

    def _continues_subtitle(self, at: int) -> bool:
        said = self._said.get(at - 1)
        return (
            said is not None
            and said.role is Kind.SUBTITLE
            and bool(re.search("上$|的讲话$|讲话$", self._lines[at].text))
        )


def _bare(text: str) -> str:
    return re.sub("[^\\w]", "", text)


def ends_head(line: Line) -> bool:
    """Whether a line is so long or so much of a sentence that it can only be of the body."""
    text = line.text
    if is_occasion(text) or is_date(text) or (has_genre(text) and len(text) <= 70 and "，" not in text):
        return False
    if len(text) > 60:
        return True
    return (text[-1] in "。！？!?；" and len(text) > 12) or bool(re.search("[。！？].{10}", text))
