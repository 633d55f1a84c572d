"""A speech of the shape that the whole program began with: its 目录, and the markup that a writer types for it."""

CONTENTS = """\
一、提高政治站位，充分认识××工作的重大意义
（一）××工作是顺应大势的主动选择
（二）××工作是补齐短板的现实需要
（三）××工作是惠及群众的有力举措
二、总结前段情况，准确把握××工作的机遇与挑战
（一）前一阶段工作开局良好
一是底数基本摸清
二是机制初步建立
三是氛围逐步形成
（二）当前面临难得机遇
（三）推进中还有不少问题
一是进度不够平衡
二是办法不够管用
三是队伍不够稳定
四是宣传不够深入
三、突出重点任务，扎实推动××工作提质增效
（一）健全制度，完善顶层设计
一是抓紧编制规划
二是配套出台政策
三是统一工作标准
（二）夯实基础，提升支撑能力
一是建好公共平台
二是管好数据台账
三是用好现有设施
（三）培育主体，激发内在活力
一是扶持骨干单位
二是带动中小单位
三是培养行业协会
（四）拓展应用，放大示范效应
一是推出典型场景
二是总结成熟做法
三是组织交流观摩
（五）引育人才，强化智力支持
一是引进急需人才
二是培训在岗人员
三是改善工作条件
四、强化组织保障，确保××工作落到实处"""
"""The 目录 with its numbers, a line each: 4 h1, 11 h2, 22 points."""

_HEAD = """\
+++
场合 = "tuijinhui"
[事实]
会议名称 = "全市××工作推进会议"
会议日期 = "2025年×月×日"
讲话人 = "市长　×××"
工作名称 = "××工作"
+++

@标题 在[全市××工作推进会议](=会议名称)上的讲话
@讲话人 市长　×××
@日期 （[2025年×月×日](=会议日期)）
@称谓 同志们：
今天，我们召开[全市××工作推进会议](=会议名称)。下面，我讲[几](=@意见数)点意见。 {节=开场}
"""
_SIGNS = ((("一是", "二是", "三是", "四是"), "-"), (("（",), "##"), (("一、", "二、", "三、", "四、"), "#"))
_LAYERS = {"一、": " {认识}", "二、": " {形势}", "三、": " {任务}", "四、": " {保障}"}


def _line(printed: str) -> str:
    """A line of the 目录 as it is typed: the sign in the place of the number; points run on in one paragraph."""
    sign = next(sign for starts, sign in _SIGNS if printed.startswith(starts))
    text = printed.split("）", 1)[1] if sign == "##" else printed[2:]
    if sign == "-":
        return f"{'' if printed.startswith('一是') else '+'}- {text}。要把责任分到单位、分到人。"
    return f"{sign} {text}{_LAYERS.get(printed[:2], '')}"


SPEECH = _HEAD + "\n".join(map(_line, CONTENTS.split("\n"))) + "\n\n谢谢大家。 {节=收尾}\n"
"""The same speech as a writer types it, without a single number."""
