"""What single lines of a head look like: 稿次, 标题, 副题, 讲话人, 日期 (facts/standards.md §2, facts/peers.md §4 1)."""

import re

from app.importing.script import simplified

_DRAFT = (
    "讨论稿|送审稿|征求意见稿|初稿|草稿|草案|修改稿|审议稿|定稿|代拟稿|"
    "报审稿|报批稿|审定稿|打印稿|第[一二三四五六七八九十\\d]+稿"
)
_NOTED = f"{_DRAFT}|根据(?:现场)?(?:录音|记录)整理|节选|摘要|摘录|书面"
_STAGE = re.compile(f"[（(【\\[〔]?\\s*(?:{_NOTED})\\s*[）)】\\]〕]?")
_YEAR = "(?:[0-9０-９]{4}|[一二三四五六七八九〇○零ＯO0]{4}|[0-9xXｘＸ×＊*]{2,4})"
_FEW = "(?:[0-9０-９xXｘＸ×＊*]{1,2}|[一二三四五六七八九十]{1,3})"
_DAY = (
    f"(?:{_YEAR}\\s*年\\s*{_FEW}\\s*月(?:\\s*{_FEW}\\s*[日号])?|{_FEW}\\s*月\\s*{_FEW}\\s*[日号]"
    "|[0-9]{4}\\s*[-./]\\s*[0-9]{1,2}\\s*[-./]\\s*[0-9]{1,2})"
)
_WEEKDAY = "(?:\\s*[（(]?(?:星期|周)[一二三四五六日天][)）]?)?"
_DATE = re.compile(
    f"(?:(?:讲话|会议)?(?:时间|日期)[：:]\\s*)?[（(【\\[〔]?\\s*{_DAY}{_WEEKDAY}(?:\\s*(?:至|到|[-—~～])\\s*(?:{_DAY}|{_FEW}\\s*[日号]))?"
    f"(?:[\\s，,、；;·]*(?:上午|下午|晚|{_NOTED}))*\\s*[）)】\\]〕]?"
)
_BARE_DATE = re.compile("[0-9]{4}\\s*[-./]\\s*[0-9]{1,2}\\s*[-./]\\s*[0-9]{1,2}")
_DATE_TO_COME = re.compile("[（(]?【[^】]{0,8}(?:日期|时间)】[）)]?")
"""A placeholder for a date, as our own drafts have it."""
_WHERE = re.compile(
    f"[（(]?\\s*{_DAY}\\s*(?:，)?\\s*(?:在|于).{{4,60}}?(?:上|时|期间|会|会议|仪式)\\s*[）)]?(?:\\s*[（(](?:{_NOTED})[）)])?"
)
_DASHED = re.compile("(?:[—–―─ー－]{1,3}|--+)\\s*[^—–―─ー－\\s-].{0,80}")
_BRACKETED = re.compile("[（(].{6,60}[）)]")
GENRE = (
    "(?:讲话|发言|致辞|致词|报告|主持词|主持稿|党课|党课讲稿|讲稿|开幕词|闭幕词|欢迎词|欢送词|答谢词|祝酒词|祝词|贺词|献词|演讲|演讲词|"
    "述职述廉|述职|汇报|总结|表态|串词|寄语|悼词|辅导|宣讲|动员|点评|感言|体会|说明|汇编)(?:稿|材料|提纲|提要|要点|词|辞|报告|实录|摘要)?"
    "(?:[（(][^（()）]{1,12}[）)])?"
    "(?:\\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})篇|\\s*篇[0-9一二三四五六七八九十]{1,2})?[.．。]?"
)
"""What a speech is called, at the end of its title."""
_GENRE_END = re.compile(f"{GENRE}$")
_GLUED = re.compile(
    "([^，。：；！？]{4,50}(?:会|会议|仪式|典礼|论坛|活动|班)(?:上|时|开始时)?的?(?:重要)?"
    "(?:讲话|发言|致辞|致词|主持词|报告|表态发言|总结讲话|动员讲话)(?:稿|材料|提纲)?)"
    "(?=今天|刚才|这次|本次|此次|大家|各位|同志|尊敬|首先|根据|经|为了|我们|我代表|现在|很高兴|[一二三四五六七八九]、)"
)
_OFFICES = (
    "书记|省长|市长|县长|区长|州长|盟长|旗长|主席|总理|主任|部长|局长|厅长|署长|校长|院长|董事长|总经理|经理|镇长|乡长|司长|处长|"
    "科长|行长|站长|所长|主任委员|委员长|会长|秘书长|司令员|政委|政治委员|检察长|组长|社长|理事长|总裁|馆长|台长|园长|团长|"
    "专员|巡视员|调研员|指挥长|总指挥|队长|支队长|大队长|股长|村长|党委委员|常委|代表|教授|研究员|院士|总工程师|总会计师|"
    "关长|舰长|师长|连长|营长|旅长|军长|干事|干部|负责人|辅导员|班主任|教师|同志"
)
_UNITS = (
    "委员会|委|局|办公室|办|厅|部|院|校|公司|政府|镇|乡|村|集团|中心|支队|大队|处|科|会|区|县|市|省|大学|学院|中学|小学|医院|银行|"
    "街道|社区|党组|党委|支部|协会|法院|检察院|站|所|厂|队|组|联|科协|总工会"
)
_OFFICE_END = re.compile(f"(?:{_OFFICES})(?:[（(][^）)]{{1,8}}[）)])?$")
_UNIT_END = re.compile(f"(?:{_UNITS})$")
_LABEL = re.compile(
    "(?:讲话|发言|主讲|报告|致辞|主持|演讲|汇报|述职|宣讲|授课|起草)(?:人|者|单位)\\s*[：:]\\s*.{1,40}"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章"
    "鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤"
    "阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖"
    "巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井"
)
_COMPOUND = "欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木|呼延"
_NAME = re.compile(
    f"(?:(?:[{_SURNAMES}]|{_COMPOUND})[\u4e00-\u9fff]{{1,2}}|[{_SURNAMES}][ \u3000]{{1,4}}[\u4e00-\u9fff]"
    "|[\u4e00-\u9fff]{2,8}[·•‧][\u4e00-\u9fff]{1,8}(?:[·•‧][\u4e00-\u9fff]{1,8})?"
    f"|[{_SURNAMES}]?[×✕＊*ＸXxｘ○〇]{{1,4}}|【[^】题]{{1,8}}】|[{_SURNAMES}]?某{{1,3}})"
)
_GAP = re.compile("[ \t\u3000\xa0]+")
_SENTENCE = re.compile("[。；：:！？!?;]|[，,].*[，,].*[，,]")
_FUNCTION = re.compile("[的了着是在有不把被让与及到从]")


def is_stage(text: str) -> bool:
    """Whether a line is a 稿次 (讨论稿, 送审稿), with or without brackets."""
    return bool(_STAGE.fullmatch(simplified(text)))


def is_date(text: str) -> bool:
    """Whether a line is a date in any of its forms, with or without brackets; 讨论稿 may stand in the bracket."""
    return len(text) <= 50 and bool(_DATE.fullmatch(text) or _DATE_TO_COME.fullmatch(text))


def is_bare_date(text: str) -> bool:
    """Whether a line is a date as sites print it: 2026-03-12 without brackets."""
    return bool(_BARE_DATE.fullmatch(text))


def dated_start(text: str) -> int:
    """How many characters at the start of a text are a date in brackets, with the blanks behind it; 0 for none."""
    closing = re.match("[（(【\\[〔][^）)】\\]〕]{4,40}[）)】\\]〕]\\s*", text)
    return closing.end() if closing and is_date(closing.group().rstrip()) else 0


def is_subtitle(text: str) -> bool:
    """Whether a line is a 副题: 「——…」, or 「2026年1月26日在…会议上」 with or without dash or brackets."""
    if _DASHED.fullmatch(text) or is_occasion(text):
        return True
    return bool(_BRACKETED.fullmatch(text)) and has_genre(text[1:-1]) and not is_stage(text)


def is_occasion(text: str) -> bool:
    """Whether a line says when and where a speech was given, as a 题注 does."""
    return len(text) <= 80 and bool(_WHERE.fullmatch(text)) and not _GENRE_END.search(text)


def has_genre(text: str) -> bool:
    """Whether a line ends with what a speech is called: 讲话, 致辞, 主持词, 报告 …"""
    return bool(_GENRE_END.search(simplified(text))) and not text.startswith(("——", "—"))


def is_genre_alone(text: str) -> bool:
    """Whether a line is nothing but the end of a title: 的讲话, 上的报告, 讲话稿."""
    return bool(re.fullmatch(f"(?:[的上中时]|会议|大会)*(?:重要)?{GENRE}", simplified(text)))


def glued_title(text: str) -> int:
    """How many characters at the start of a text are a title with the text run on behind it; 0 for none."""
    match = _GLUED.match(simplified(text[:100]))
    return match.end(1) if match else 0


def byline(text: str) -> float:
    """How surely a line names the speaker, from 0 to 1: 职务＋姓名, 姓名, 职务, 单位＋姓名, 讲话人：…"""
    text = simplified(text)
    if _LABEL.fullmatch(text):
        return 0.95
    inner = re.sub("^[（(](.*)[）)]$", "\\1", text).strip()
    if not inner or len(inner) > 40 or _SENTENCE.search(inner) or has_genre(inner) or is_date(inner):
        return 0.0
    if _NAME.fullmatch(inner):
        return 0.75
    parts = _GAP.split(inner)
    for at in range(1, len(parts)):
        before, name = "".join(parts[:at]), " ".join(parts[at:])
        if _NAME.fullmatch(name) and (_OFFICE_END.search(before) or _UNIT_END.search(before)):
            return 0.95 if _OFFICE_END.search(before) else 0.85
    if _FUNCTION.search(inner):
        return 0.0
    return _unparted(inner)


def _unparted(text: str) -> float:
    if _OFFICE_END.search(text):
        return 0.75
    for length in (2, 3, 4):
        if _NAME.fullmatch(text[-length:]) and _OFFICE_END.search(text[:-length]):
            return 0.8
    return 0.4 if _UNIT_END.search(text) and len(text) >= 4 else 0.0
