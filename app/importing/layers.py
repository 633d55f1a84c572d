"""Which of the four layers of argument a first-level section is, by its words and its place among its sisters.

The four: why (认识), how things stand (形势), what to do (任务), who sees to it (保障); standards §3.2. Words weigh as
the table says, those of the heading fully, those of the body a little; the place weighs by its distance from where
the layer usually stands. Reports and 主持词 have no layers: a fifth outcome, with words of its own, stands for none.
The table and the weights were set by hand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from app.core.kinds import Layer

_WORDS: dict[Layer | None, dict[float, str]] = {
    Layer.UNDERSTANDING: {
        2.5: "认识 意义 站位 重要性 必要性 紧迫性 紧迫感 责任感 使命感 自觉性 主动性 统一思想 为什么",
        1.0: "思想 领会 深刻 高度重视 政治 重大 必然 学习 牢记 初心 使命 增强 坚定",
    },
    Layer.SITUATION: {
        2.5: "形势 机遇 挑战 成绩 成果 成效 差距 短板 不足 现状 存在的问题 怎么样",
        1.0: "问题 总结 肯定 看到 分析 研判 面临 困难 优势 严峻 进展 清醒 认清 找准 风险 正视",
    },
    Layer.TASKS: {
        2.5: "任务 重点 聚焦 着力 攻坚 抓好 抓实 怎么干",
        1.0: "推动 推进 全力 突出 加快 实施 举措 措施 目标 路径 行动 发展 建设 扎实 紧盯 围绕 提升 打造 关键 做好",
    },
    Layer.SAFEGUARDS: {
        2.5: "保障 组织领导 加强领导 压实责任 落实责任 作风 督查 督导 考核 合力 纪律 问责 落地见效 工作要求 几点要求",
        1.0: "领导 组织 责任 机制 协同 确保 落实 落细 见效 监督 氛围 宣传 党建 队伍 统筹 担当 要求 强化 干部",
    },
    None: {
        3.0: "回顾 议程 外交 国际 自身建设 工作报告 总体要求 指导思想 十四五 十五五",
        2.0: "五年 年度 性质 概况 初衷 故事 体会",
    },
}
_PLACES = {Layer.UNDERSTANDING: 0.125, Layer.SITUATION: 0.375, Layer.TASKS: 0.6, Layer.SAFEGUARDS: 0.9}
"""Where in a speech a layer usually has its middle."""
_PLACE_WEIGHT, _SAMPLE_WEIGHT, _MOST_OF_SAMPLE = 14.0, 0.12, 1.5
_NO_LAYER, _OF_A_YEAR, _ENOUGH = 0.8, 2.5, 0.35
_YEAR = re.compile("[12１２][0-9０-９]{3}年")
_LOOK_FOR = re.compile(
    "|".join(
        sorted(
            (word for table in _WORDS.values() for words in table.values() for word in words.split()),
            key=len,
            reverse=True,
        )
    )
)
_SAYS = {
    word: (layer, weight)
    for layer, table in _WORDS.items()
    for weight, words in table.items()
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Section:
    """A first-level section: its heading without number, and some of the text beneath it."""

    heading: str
    sample: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """A layer with its probability, from 0 to 1."""

    layer: Layer
    probability: float


def layers(sections: Sequence[Section]) -> list[Guess | None]:
    """The layer of each of the first-level sections of a speech, in order; None for one that is of none."""
    return [_guess(section, at, len(sections)) for at, section in enumerate(sections)]


def _guess(section: Section, at: int, count: int) -> Guess | None:
    scores: dict[Layer | None, float] = {
        None: _NO_LAYER + (_OF_A_YEAR if _YEAR.search(section.heading) else 0.0)
    }
    place = (at + 0.5) / count
    for layer, usual in _PLACES.items():
        scores[layer] = -_PLACE_WEIGHT * (place - usual) ** 2 if count > 1 else 0.0
    for layer, weight in _evidence(section.heading).items():
        scores[layer] += weight
    for layer, weight in _evidence(section.sample).items():
        scores[layer] += min(weight * _SAMPLE_WEIGHT, _MOST_OF_SAMPLE) if layer is not None else 0.0
    best, score = max(scores.items(), key=lambda each: each[1])
    probability = 1 / sum(exp(other - score) for other in scores.values())
    return Guess(best, probability) if best is not None and probability >= _ENOUGH else None


def _evidence(text: str) -> dict[Layer | None, float]:
    """How much the words of a text speak for each layer; the longest word counts, and each only once."""
    found: dict[Layer | None, float] = {}
    for word in set(_LOOK_FOR.findall(text)):
        layer, weight = _SAYS[word]
        found[layer] = found.get(layer, 0.0) + weight
    return found
