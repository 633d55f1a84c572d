"""What a speech speaks of that is another in the next one, found by its form: dates, meetings, documents, quantities.

Nothing here is certain: a writer is shown what was found. Words are asked in `app/lang/entities.py`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Mentioned(StrEnum):
    """What a stretch of text speaks of, in the word that a writer is told."""

    MEETING = "会议"
    DATE = "日期"
    YEAR = "年份"
    TIME = "时间"
    DOCUMENT = "文件"
    QUANTITY = "数目"
    PERSON = "人名"
    PLACE = "地名"
    BODY = "单位"


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters `start` to `stop` of a text and what they speak of.

    `post` is the 职务 that stands right before a person's name and is part of the stretch; `scale` how many of a
    quantity's last characters are its scale or sign (亿, 万, %).
    """

    what: Mentioned
    start: int
    stop: int
    post: str = ""
    scale: int = 0


_YEAR = "(?:[12][0-9]{3}|[0-9]{2}[×Xx]{2}|[×Xx]{4}|二[〇○零一二三四五六七八九]{3})年"
_PART = "(?:[0-9]{1,2}|[×Xx]{1,2}|[一二三四五六七八九十]{1,3})"
_DATE = re.compile(f"{_YEAR}{_PART}月(?:{_PART}[日号])?|(?<![0-9年])[0-9]{{1,2}}月[0-9]{{1,2}}[日号]")
_ONLY_YEAR = re.compile(f"(?<![0-9]){_YEAR}(?:度|初|底|末)?")
_TIME = re.compile(
    "(?<![0-9年])[0-9]{1,2}月(?:初|底|末|上旬|中旬|下旬|份)"
    "|(?:上午|下午|晚上|中午)?[0-9]{1,2}(?:时|点)(?:[0-9]{1,2}分|整|半)?(?![0-9多个])"
)
_KINDS_OF_MEETING = "|".join((
    "会议", "大会", "全会", "年会", "例会", "论坛", "推进会", "座谈会", "动员会", "部署会", "交流会", "表彰会", "现场会",
    "调度会", "培训会", "总结会", "启动会", "启动仪式", "开幕式",
))  # fmt: skip
_PART_OF_NAME = (
    "(?:(?!要|贯彻|召开|举行|举办|参加|出席|列席|开好|学习|传达|认真|的|了|在|把|就|对|是|和|向|我|全体|本次|这次|按照|根据"
    "|代表(?!大会|会议))"
    "[^,，。；：、！？“”‘’（）()《》【】\\s])"
)
_WHOSE = (
    "(?:全[国省市县区州旗镇乡校系军]|中央|国务院|[国省市县区州旗镇乡]委|[国省市县区州旗镇乡]政府"
    "|(?:(?!落实|[要对向在和到自从由把为全的])" + _PART_OF_NAME + "){2,3}[省市县区州镇乡])"
)
_MEETING = re.compile(
    f"(?!全国(?:人民)?代表大会|国务院向大会){_WHOSE}{_PART_OF_NAME}{{1,30}}?(?:{_KINDS_OF_MEETING})"
    f"(?:暨{_PART_OF_NAME}{{0,30}}?(?:{_KINDS_OF_MEETING}))?"
    f"|(?<=召开|举行|举办|参加|出席)(?!了|本次|这次){_PART_OF_NAME}{{2,30}}?(?:{_KINDS_OF_MEETING})"
)
_DOCUMENT = re.compile("(?<=《)[^《》]{2,60}(?=》)")
_UNITS = (
    "个百分点|平方公里|平方米|立方米|人次|公里|公顷|公斤|美元|小时|千瓦|兆瓦|[%％‰]|元|吨|亩|人|名|户|家|个|项|件|次|位|所|座"
    "|条|处|张|册|台|套|辆|天|倍|米|届|期|批|场|份|支|笔|度|村|镇|县|岁"
)
_QUANTITY = re.compile(
    "(?<![0-9.,第A-Za-z×])[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?"
    f"(?:(?P<percent>[%％])|(?P<scale>万亿|[万亿])(?![0-9])|(?=余|多)|(?={_UNITS}))"
)
_PATTERNS: tuple[tuple[Mentioned, re.Pattern[str]], ...] = (
    (Mentioned.DOCUMENT, _DOCUMENT),
    (Mentioned.MEETING, _MEETING),
    (Mentioned.DATE, _DATE),
    (Mentioned.YEAR, _ONLY_YEAR),
    (Mentioned.TIME, _TIME),
    (Mentioned.QUANTITY, _QUANTITY),
)


def mentions(text: str) -> tuple[Mention, ...]:
    """What a text speaks of, in reading order, none over another: a date within a document's name is part of it."""
    found: list[Mention] = []
    for what, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if match.end() > match.start() and not any(_meet(match, other) for other in found):
                found.append(Mention(what, match.start(), match.end(), scale=_scale(match)))
    return tuple(sorted(found, key=lambda each: each.start))


def _scale(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return len(groups.get("scale") or groups.get("percent") or "")


def _meet(match: re.Match[str], other: Mention) -> bool:
    return match.start() < other.stop and other.start < match.end()
