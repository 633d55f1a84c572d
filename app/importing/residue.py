"""What web sites, forums, page printers and chat programs leave around and in a text."""

import re

from app.importing.report import Fate
from app.importing.said import Said
from app.importing.script import simplified

_CONTACT = re.compile(
    "👉|👈|https?://|www\\.|[A-Za-z0-9-]+\\.(?:com|cn|net|org)\\b"
    "|(?:微信|公众号|QQ|[Vv][Xx]|V信|客服|热线)(?:号|群|公众号)?\\s*[：:]?\\s*[A-Za-z0-9_-]{5,}"
)
_GAP = re.compile("省略|未完|[下中此前后以]略|略[）)…]|待续")
"""What says that text is missing is no residue: it becomes a 【缺】 in its place."""
_SITE = re.compile(
    "[（(【\\[]?(?:您的|你的|当前|现在|您所在的|所在)(?:的)?位置(?:是)?\\s*[：:]"
    "|[^。，]{1,12}(?:\\s*[>＞»]\\s*[^。，]{1,16})+$"
    "|.{0,12}首页\\s*(?:[>＞»|/]|$)|.{0,40}(?:>>|＞＞|»)"
    "|[（(【\\[]?(?:文章|信息|稿件|资料|本文)?(?:来源|作者|编辑|责编|责任编辑|发布者|发布人|发布单位|上传者|上传人|供稿|通讯员|点击|点击数|点击率|"
    "浏览|浏览次数|浏览量|阅读|阅读量|阅读数|字体|字号|字数|关键词|关键字|标签|分类|栏目|分享|分享到|责任校对|审核|校对|摄影|"
    "初审|复审|终审|编审|一审|二审|三审|监制|收藏|打印|下载|积分|大小|格式)\\s*[：:]"
    "|(?:发表|发布|更新|创建|上传|录入|添加|编辑|发稿)(?:时间|日期|于)?\\s*[：:]"
    "|(?:时间|日期)\\s*[：:]\\s*\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}"
    "|\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?\\s*\\d{1,2}[:：]\\d{2}"
    "|\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?\\s.{0,20}(?:来源|作者|编辑|点击|浏览|阅读)\\s*[：:]"
    "|(?:导语|导读|摘要|核心提示|编者按|内容提要|内容简介|简介|提示)[：:]"
    "|(?:上一篇|下一篇|上一页|下一页|上一条|下一条|上篇|下篇)(?:[：:\\s]|$)|返回(?:顶部|列表|首页|目录)$"
    "|(?:正文复制|一键复制|复制全文|全文复制|预览结束|阅读全文|展开全文|点击下载)"
)
_PAPER = re.compile("[（(]?(?:审核|校对|作者|责任编辑|供稿|监制|初审|复审|终审|来源|摄影)\\s*[：:]")
_OWNER = re.compile(
    "版权(?:所有|声明|归)|免责声明|如有侵权|侵权(?:请|必究|删除)|转载请|未经(?:授权|许可)|来源于(?:网友|网络|互联网)|"
    "不代表本(?:站|网)|本(?:站|网站|文库)(?:所有|提供|仅|不|声明)|本文(?:由|来自|来源|地址|链接|标题)|Copyright|©|ICP备|ICP证|"
    "网安备|Public domain|本作品(?:是|在|属于)|维基文库"
)
_OFFER = re.compile(
    "(?:加|添加|关注)(?:老师|客服|小编|本站|我们|我)?的?(?:微信|QQ|公众号|VX|V信)|扫(?:一扫|码)|"
    "免费(?:获取|下载|领取)|(?:下载|查看|获取|索取)(?:全文|本文|原文|[Ww]ord)|(?:开通|成为)(?:VIP|会员)|定制代笔|代写|"
    "联系(?:老师|客服|我们)|(?:登录|注册)后|请认真阅读下面|点击(?:图片|此处|这里|链接|进入|查看|阅读|展开|下载)|(?:原创|范文)文章可咨询|"
    "提示信息|文档到电脑|小编.{0,16}(?:整理|收集|搜集|带来|准备|推荐|分享)|"
    "(?:仅供|供[大家您]{1,2})参考[，,]?(?:欢迎|希望|大家|快)|欢迎(?:大家)?(?:阅读|借鉴|参阅)"
)
_SELLS = re.compile("小编|范文|👉|全文.{0,6}(?:下载|获取)|联系(?:老师|客服)|客服老师|公众号|会员")
_RELATED = re.compile(
    "(?:相关|推荐|延伸|热门|更多|精彩|最新|其他|同类|本类)(?:阅读|报道|文档|文章|推荐|链接|新闻|专题|下载|范文|资料|内容|稿件|文件|解读)"
    ".{0,4}[：:]?$|猜你喜欢|大家都在看|为您推荐"
)
_CAPTION = re.compile(
    "[（(]?(?:图为|[▲△▼])|.*(?:记者|通讯员|特约)[^。]{0,20}摄[）)影]?[。/\\s]*$|.{0,30}(?:资料图片?|配图)[）)]?$"
)
_WIDGET = re.compile(
    "[【\\[（(]?\\s*(?:大|中|小|下载|打印|打印本页|全屏|收藏|加入收藏|关闭|关闭窗口|加大|放大|还原|减小|缩小|首页|字号|字体|分享|分享到|"
    "分享到微信|微信|微博|新浪微博|腾讯微博|QQ空间|朋友圈|复制链接|评论|点赞|举报|纠错|朗读|语音播报|正文|导航|登录|注册|搜索|"
    "返回|扫一扫|手机版|网站地图|联系我们|关于我们|上传|预览|false|true|null|undefined|大中小)\\s*[：:]?\\s*[】\\]）)]?"
    "|[【\\[]?字[号体][：:]?.{0,12}"
)
_SITE_NAME = re.compile(
    "[^，。：:；！？]{1,12}(?:范文网|文秘网|秘书网|老秘网|素材网|文库|范文大全|资源网|学习网|公文网|写作网|新闻网|日报|晚报|新闻客户端|"
    "要闻|公众号)(?:\\s*首页)?"
)
_NOTE = re.compile(
    "[（(【\\[](?:作者|本文|此文|该文|这是|摘自|选自|转自|原载|完|全文完|本刊|据).{0,60}[）)】\\]]|-*\\s*(?:END|End|end)\\s*-*|完"
    "|(?:阅读|浏览|评论|赞|点赞|收藏|转发)\\s*[（(]?\\s*[0-9]+\\s*[）)]?.{0,20}"
)
_FIELD = re.compile(
    "(?:称谓|标题|题目|主标题|副标题|正文|讲话人|署名|日期|落款|开头|结尾|开场白|结束语)[：:]?"
)
_GARBAGE = re.compile("(?:[!-~]{1,2}[ \t]+){4,}(?:[!-~]{1,3}(?![!-~]))?|(?:[!-~]{1,2}[ \t]+){4,}[!-~]")
_PAGE = re.compile(
    "[-—–－―─]+\\s*[0-9０-９]{1,4}\\s*[-—–－―─]+"
    "|[-—–－·•\\s]*第\\s*[0-9０-９一二三四五六七八九十百]{1,4}\\s*页(?:[\\s,，/／]*共\\s*[0-9０-９一二三四五六七八九十百]{1,4}\\s*页)?[-—–－·•\\s]*"
    "|[0-9]{1,4}\\s*[/／]\\s*[0-9]{1,4}\\s*页?|(?:Page|page|P|p)\\.?\\s*[0-9]{1,4}(?:\\s*(?:of|/)\\s*[0-9]{1,4})?"
)
_BARE_PAGE = re.compile("[0-9０-９]{1,3}")
_RULE = re.compile("[-—_*=~＊·\\s]{3,}|`{3,}\\w*|~{3,}\\w*")
_ANSWER = re.compile(
    "(?:好的|当然|没问题|可以的|收到|明白)[，,！!。：: ].{0,80}"
    "|(?:以下|下面|这)(?:就)?是(?:我|一[篇份])?(?:为|根据|按照|给|帮)?(?:您|你)?.{0,60}(?:稿|讲话|发言|致辞|主持词|版本|范文)[^。]{0,20}[：:。！]?"
    "|根据(?:您|你)(?:的|提供|所).{0,80}|(?:我)?(?:已经?)?(?:为|帮)(?:您|你)(?:起草|撰写|拟|写|准备|整理|修改|润色).{0,80}"
)
_AFTERWORD = re.compile(
    "希望(?:这|以上|上述|本)(?:篇|份|个|些)?.{0,30}(?:帮助|满意|参考|符合|满足).{0,60}"
    "|(?:如果|如|若)(?:您|你|还|需|有)[^。]{0,40}(?:调整|修改|补充|润色|告诉我|随时|告知|帮您|为您|需要).{0,60}"
    "|(?:您|你)(?:可以|可)(?:根据|按|结合).{0,80}|(?:需要|要不要|是否需要)我.{0,60}[？?吗]?"
    "|(?:以上|上述|本)(?:就?是|为|讲话稿|稿件|内容|文稿|稿)(?!我)[^。]{0,30}(?:仅供|供您|供参考|可根据|请根据|根据实际|约\\d+字|全文).{0,60}"
    "|[（(]?(?:注|说明|提示|温馨提示|使用说明|写作说明|修改建议)[：:].{0,20}(?:以上|本稿|括号|方括号|实际情况|替换|填写|根据实际).{0,80}"
    "|[（(]?全文(?:共|约)约?\\s*\\d+\\s*字.{0,20}"
)


def residue(text: str) -> Said | None:
    """What a line is wherever it stands: page residue, a page number, a rule; None where it may be the speech's."""
    if len(text) > 120:
        return None
    text = simplified(text)
    if _PAGE.fullmatch(text):
        return Said(Fate.PAGE, 0.95, "单独成行的页码")
    if _RULE.fullmatch(text):
        return Said(Fate.MARKUP, 0.95, "分隔线")
    if is_garbage(text):
        return Said(Fate.RESIDUE, 0.95, "论坛水印乱码")
    if _BARE_PAGE.fullmatch(text):
        return Said(Fate.PAGE, 0.6, "单独成行的数字，像页码")
    if _GAP.search(text):
        return None
    return _of_site(text)


def _of_site(text: str) -> Said | None:
    """A line that a site wrote says so at its beginning; in a sentence only words that no speech has count."""
    sentence = text[-1] in "。！？；" or "。" in text[:-1]
    if (found := _CONTACT.search(text)) and (not sentence or len(text) <= 60) and found.start() < 40:
        return Said(Fate.RESIDUE, 0.9, "网址或联系方式")
    if (found := _OWNER.search(text)) and found.start() < 40:
        return Said(Fate.RESIDUE, 0.85, "网站的声明")
    if (found := _OFFER.search(text)) and found.start() < 30 and (not sentence or _SELLS.search(text)):
        return Said(Fate.RESIDUE, 0.85, "网站的广告")
    if not sentence and len(text) <= 60 and (_SITE.match(text) or _RELATED.match(text)):
        return Said(Fate.RESIDUE, 0.9, "网页上的栏目、来源、时间等")
    return None


def residue_at_edge(text: str) -> Said | None:
    """What a line is before a speech or after it: also buttons, names of sites, captions; None where it may be text."""
    if found := residue(text):
        return found
    text = simplified(text)
    if _NOTE.fullmatch(text):
        return Said(Fate.RESIDUE, 0.8, "页面对文章的说明")
    if _FIELD.fullmatch(text):
        return Said(Fate.RESIDUE, 0.8, "模板留下的栏目名")
    if len(text) <= 120 and (text.startswith(("导语", "编者按")) or _CAPTION.match(text)):
        return Said(Fate.RESIDUE, 0.85, "图片说明或导语")
    if len(text) > 40:
        return Said(Fate.RESIDUE, 0.9, "网站的导语") if _SITE.match(text) and "本站" in text else None
    if _WIDGET.fullmatch(text) or _SITE.match(text):
        return Said(Fate.RESIDUE, 0.9, "网页上的按钮、栏目")
    if not any(char.isalnum() or char == "\ufffd" for char in text) and "…" not in text:
        return Said(Fate.RESIDUE, 0.8, "只有符号的一行")
    if re.fullmatch("[^，。：；]{2,20}(?:整理|供稿|报道|转载|印发|印)", text):
        return Said(Fate.RESIDUE, 0.6, "谁整理、供稿或印发")
    if _SITE_NAME.fullmatch(text):
        return Said(Fate.RESIDUE, 0.8, "网站或媒体的名称")
    return None


def is_label(text: str) -> bool:
    """Whether a line is something with its label (审核：…) and no address: a page has such, and so have papers."""
    return bool(_PAPER.match(text)) and not _CONTACT.search(text)


def is_last_word(text: str) -> bool:
    """Whether a line tells of the page's own rights, after which nothing of the speech can come."""
    return len(text) <= 120 and bool(re.match("本作品(?:是|在|属于)|版权声明|免责声明|Public domain", text))


def is_related(text: str) -> bool:
    """Whether a line heads a list of other pages (相关阅读)."""
    return len(text) <= 20 and bool(_RELATED.match(text))


def answer(text: str) -> Said | None:
    """What a chat program says to the asker before a speech; None where it is none."""
    if len(text) <= 160 and _ANSWER.fullmatch(text):
        sure = 0.95 if re.search("您|你", text) else 0.75
        return Said(Fate.REMARK, sure, "答复提问人的话，不是讲话")
    return None


def afterword(text: str) -> Said | None:
    """What a chat program says to the asker after a speech; None where it is none."""
    if len(text) <= 200 and _AFTERWORD.match(text):
        return Said(Fate.REMARK, 0.9, "对提问人说的话，不是讲话")
    return None


def garbage(text: str) -> list[tuple[int, int]]:
    """Where random characters of a watermark stand in a text: start and stop of each stretch."""
    return [match.span() for match in _GARBAGE.finditer(text) if _random(match.group())]


def is_garbage(text: str) -> bool:
    """Whether a line is nothing but the random characters of a watermark."""
    tokens = text.split()
    if (
        not text.isascii()
        or len(tokens) < 5
        or any(len(token) > 4 for token in tokens)
        or len(text) > 3 * len(tokens)
    ):
        return False
    return any(char.isdigit() for char in text) and any(not char.isalnum() and char != " " for char in text)


def _random(text: str) -> bool:
    signs = sum(not char.isalnum() and char not in " .,-|" for char in text)
    return signs >= 3 and any(char.isalnum() for char in text)
