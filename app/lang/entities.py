"""People, places and bodies (单位) named in a text, by the words that a segmenter tells; and what a number counts.

A name of a person is only taken beside a 职务 or 同志, a place by its last character (市, 县, 村): tags alone take
「新建」 for a place. What is missed is no harm, what is found wrongly the writer has to undo.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.lang.mentions import Mention, Mentioned
from app.lang.segmenter import Segmenter

_POSTS = (
    "总书记|书记|省长|市长|州长|县长|区长|旗长|镇长|乡长|村长|主任|部长|厅长|局长|处长|科长|股长|院长|校长|主席|秘书长"
    "|常委|委员|董事长|总经理|经理|会长|理事长|所长|站长|队长|组长|主编|教授|政委|司令员|参谋长|检察长|行长"
)
_POST = re.compile(f".*(?:{_POSTS})")
_BEFORE_POST = re.compile(
    "副|原|时任|常务|代|[省市县区州旗镇乡]|.*(?:委|政府|党组|支部|局|厅|部|办|人大|政协)"
)
_CUE = re.compile(f"{_POSTS}|同志|先生|女士|老师|院士|[省市县区州盟旗镇乡村]|街道")
"""Without any of these there is neither person nor place, and no words need to be told apart."""
_UNBROKEN = re.compile("[\u4e00-\u9fff]{100}")
"""No sentence goes on so long without a mark; to cut such a text into words takes seconds."""
_ADDRESS = re.compile(f"同志|先生|女士|老师|院士|(?:副|原)?(?:{_POSTS})")
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花"
    "方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝"
    "明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯"
    "昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段"
    "富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂"
    "索咸籍赖卓蔺屠蒙池乔阴郁胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿"
    "阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚"
    "那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公万俟司马上官欧阳夏侯诸葛闫肖岳帅付代"
)
_PLACE = re.compile(".{2,}(?:省|市|县|自治区|自治州|州|盟|旗|镇|乡|村|街道|社区|新区|开发区|园区)")
_UNKNOWN_PLACE = re.compile("[×Xx]{2,4}(?:省|市|县|区|州|镇|乡|村|街道|社区)")
_WHOLE = re.compile(
    "全[国省市县区州镇乡].*|各.*|我[国省市县区]|中国|中华.*|国家|.*城市|.*[一二三四五六七八九十几两][省市县区州]|自治.|城中村"
)
_OF_EVERYBODY = frozenset(("毛泽东", "邓小平", "江泽民", "胡锦涛", "习近平"))
"""Names that belong to what every speech says, whoever speaks."""
_BODY = re.compile(
    "(?:(?<![\u4e00-\u9fff])|(?<=[由请向经和与及在对给归]))"
    "(?:[\u4e00-\u9fff×]{2,3}[省市县区州镇乡]|[省市县区州](?![场民域容区镇县级直]))"
    "(?:(?!各|要|和|与|的|了|在|把|对|是|以|为|委|工作|建设|推进|推动|围绕|坚持|打造|成为|人民)[\u4e00-\u9fff×]){2,10}?"
    "(?:委员会|办公室|管委会|总公司|集团公司|公司|集团|医院|学校|大学|学院|银行|协会|商会|支队|法院|检察院|党支部|总队|(?<![布格全大变结时])局|厅)"
    "|[\u4e00-\u9fff×]{2,8}(?:集团公司|有限公司|股份公司)"
)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    tag: str
    start: int

    @property
    def stop(self) -> int:
        return self.start + len(self.text)


def entities(text: str, segmenter: Segmenter) -> tuple[Mention, ...]:
    """People, bodies and places that a text names, in reading order, none over another."""
    words = _words(text, segmenter) if _CUE.search(text) and not _UNBROKEN.search(text) else ()
    found: list[Mention] = []
    of_bodies = (Mention(Mentioned.BODY, match.start(), match.end()) for match in _BODY.finditer(text))
    for mention in (*_people(words), *of_bodies, *_places(text, words)):
        if not any(mention.start < other.stop and other.start < mention.stop for other in found):
            found.append(mention)
    return tuple(sorted(found, key=lambda each: each.start))


def _words(text: str, segmenter: Segmenter) -> list[_Word]:
    words: list[_Word] = []
    at = 0
    for word, tag in segmenter.tag(text):
        words.append(_Word(word, tag, at))
        at += len(word)
    return words


def _people(words: Sequence[_Word]) -> list[Mention]:
    found: list[Mention] = []
    index = 0
    while index < len(words):
        count = _name_length(words, index)
        first = _post_before(words, index) if count else index
        after = words[index + count].text if index + count < len(words) else ""
        name = "".join(word.text for word in words[index : index + count])
        if count and name not in _OF_EVERYBODY and (first < index or _ADDRESS.fullmatch(after)):
            post = "".join(word.text for word in words[first:index])
            stop = words[index + count - 1].stop
            found.append(Mention(Mentioned.PERSON, words[first].start, stop, post=post))
        index += max(count, 1)
    return found


def _name_length(words: Sequence[_Word], index: int) -> int:
    """How many words from this one on are a person's name; 0 where none is."""
    word = words[index]
    if word.tag.startswith("nr") and 2 <= len(word.text) <= 4 and word.text[0] in _SURNAMES:
        return 1
    singles = 0
    while index + singles < len(words) and singles < 3 and len(words[index + singles].text) == 1:
        singles += 1
    text = "".join(each.text for each in words[index : index + singles])
    if len(text) >= 2 and set(text) == {"×"}:
        return singles
    if word.text not in _SURNAMES:
        return 0
    if index + 1 < len(words) and words[index + 1].tag.startswith("nr") and len(words[index + 1].text) <= 2:
        return 2
    return singles if singles >= 2 and all("\u4e00" <= char <= "\u9fff" for char in text) else 0


def _post_before(words: Sequence[_Word], index: int) -> int:
    """The index of the word with which the post before a name begins; the name's own where there is none."""
    if index == 0 or not _POST.fullmatch(words[index - 1].text):
        return index
    index -= 1
    while index and _BEFORE_POST.fullmatch(words[index - 1].text):
        index -= 1
    return index


def _places(text: str, words: Sequence[_Word]) -> list[Mention]:
    found = [Mention(Mentioned.PLACE, match.start(), match.end()) for match in _UNKNOWN_PLACE.finditer(text)]
    for word in words:
        if not word.tag.startswith("ns") or not _PLACE.fullmatch(word.text) or _WHOLE.fullmatch(word.text):
            continue
        if found and found[-1].stop == word.start:  # 浙江省宁波市
            found[-1] = Mention(Mentioned.PLACE, found[-1].start, word.stop)
        else:
            found.append(Mention(Mentioned.PLACE, word.start, word.stop))
    return found


def counted_noun(text: str, start: int, stop: int, segmenter: Segmenter) -> str:
    """What a number from `start` to `stop` counts, by the words right before it or after its unit; empty for nothing.

    生产总值3500亿元: 生产总值; 建成35个项目: 项目; 增长6.5%: 增长.
    """
    words = _words(text, segmenter)
    before = [word for word in words if word.stop <= start]
    while before and before[-1].text in _ON_THE_WAY:
        before.pop()
    nouns = _nouns(before[::-1])
    if nouns and not _goes_first(nouns):
        return "".join(word.text for word in nouns[::-1])
    after = [word for word in words if word.start >= stop]
    nouns = _nouns(after[1:] if after and len(after[0].text) <= 2 and after[0].tag != "x" else [])
    if not nouns and before and before[-1].tag == "v" and text[stop - 1 : stop] in ("%", "％"):
        nouns = before[-1:]
    return "".join(word.text for word in nouns)


_ON_THE_WAY = frozenset(
    ("达到", "达", "共", "共有", "有", "为", "是", "超过", "近", "约", "突破", "了", "的", "至", "到")
)


def _nouns(words: Sequence[_Word]) -> list[_Word]:
    """Up to two words from the first on that name something."""
    found: list[_Word] = []
    for word in words[:2]:
        if len(word.text) < 2 or not (word.tag[:1] in ("n", "j", "l") or word.tag in ("vn", "an", "i")):
            break
        found.append(word)
    return found


def _goes_first(nouns: Sequence[_Word]) -> bool:
    """Whether what stands before a number is only where it is counted: 全市35个项目."""
    return len(nouns) == 1 and (nouns[0].tag.startswith("ns") or _WHOLE.fullmatch(nouns[0].text) is not None)
