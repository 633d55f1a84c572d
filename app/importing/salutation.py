"""称谓: whom a speech speaks to, in its forms (facts/standards.md §2: 顶格、全角冒号, parted by 、 or ，)."""

import re

from app.importing.script import simplified

_PERSONS = (
    "同志|代表|委员|领导|来宾|嘉宾|朋友|同学|老师|专家|同仁|同人|同行|先生|女士|家长|乡亲|战友|学员|党员|企业家|客商|评委|记者|"
    "校友|同事|队员|干部|院士|教授|股东|董事|监事|客人|长辈|师生|员工|职工|居民|村民|官兵|将士|友人|使节|大使|听众|观众|伙伴|"
    "同胞|兄弟|姐妹|父老|选手|裁判员|教练员|运动员|志愿者|工友|师傅|邻居|会员|理事|常委|秘书长|负责人|青年|团员|贵宾"
)
_OFFICES = (
    "主席|书记|主任|部长|省长|市长|县长|区长|州长|镇长|乡长|局长|厅长|院长|校长|会长|总理|总统|理事长|董事长|总经理|组长|检察长|"
    "司令|司令员|政委|团长|行长|馆长|处长|科长|所长|站长|社长|总裁"
)
_STRONG = re.compile(
    "(?:尊敬|敬爱|亲爱)的.{0,24}?"
    f"(?:{_PERSONS}|{_OFFICES}|们)"
    f"|.{{0,8}}(?:各位|诸位)(?:.{{0,10}}?(?:{_PERSONS}|{_OFFICES}))?(?:们)?"
    f"|全体(?!会议|大会).{{0,8}}?(?:{_PERSONS})(?:们)?"
    "|(?:父老)?[\u4e00-\u9fff]{1,6}(?<![我你他她它人咱])们"
)
_WEAK = re.compile(f".{{0,10}}?(?:{_PERSONS}|{_OFFICES})")
_END = re.compile("[：:！!。；;？?…]|$")
_BETWEEN = re.compile("[、，, \t\u3000]+|和(?=各位|全体)")
_BLANK = re.compile("[ \t\u3000]+")
_OPENING = re.compile(
    "(?:尊敬|敬爱|亲爱)的|各位|全体(?!会议|大会)|同志们|[\u4e00-\u9fff]{2}们|(?:主席|主任)、"
)
_LONGEST = 120


def salutation_length(text: str) -> int:
    """How many characters at the start of a text are a salutation with its mark (： ！ or ，); 0 for none.

    A salutation without a mark is one only where it is the whole text; one with ， only where nothing follows
    (「同志们，今天……」 is a sentence).
    """
    text = simplified(text[:_LONGEST])
    end = _END.search(text)
    assert end is not None
    stop, mark = end.start(), end.group()
    names = text[:stop].rstrip("，, ")
    if mark not in "：:！!" or not (_names(names) or _names(_BLANK.sub("", names))):
        return 0
    return end.end() if mark or len(text) < _LONGEST else 0


def salutation_within(text: str) -> tuple[int, int] | None:
    """Where the first salutation with ： stands that does not begin a text: its start and stop; None for none."""
    for opening in _OPENING.finditer(simplified(text[:_LONGEST])):
        length = salutation_length(text[opening.start() :])
        if length and text[opening.start() + length - 1] in "：:":
            return opening.start(), opening.start() + length
    return None


def ends_in_salutation(text: str) -> bool:
    """Whether a salutation, whole or broken off at a comma, stands at the end of a line."""
    return len(text) <= _LONGEST and any(
        salutation_length(text[opening.start() :]) == len(text) - opening.start()
        for opening in _OPENING.finditer(simplified(text))
    )


def _names(text: str) -> bool:
    units = [unit for unit in _BETWEEN.split(text) if unit]
    strong = [bool(_STRONG.fullmatch(unit)) for unit in units]
    return any(strong) and all(
        each or _WEAK.fullmatch(unit) for each, unit in zip(strong, units, strict=True)
    )
