"""Traditional characters of the words by which a speech is recognised, so that a text in either script is."""

_TRADITIONAL = (
    "們領導來賓講話發辭詞報黨課開閉歡書記長總會議錄時間編輯責點擊閱讀頁綱謝親愛師學專諸業員幹眾鄉關於區縣廳處辦國務論"
    "審徵見訂勞動團體軍隊張陳劉楊趙吳孫馬羅鄭許韓馮鄧蕭蔣盧鍾譚陸範賈韋鄒錢嚴龍萬葉蘇呂湯聞館廠聯黃節慶禮儀網權聲復製"
    "載標簽類屬單啟賀滿鵬順內閣縱橫資觀評讓無與對這個說還為從後頭參擴產設計劃現實際強調繼續將應當須則並該條項結華東題"
    "號"
)
_SIMPLIFIED = (
    "们领导来宾讲话发辞词报党课开闭欢书记长总会议录时间编辑责点击阅读页纲谢亲爱师学专诸业员干众乡关于区县厅处办国务论"
    "审征见订劳动团体军队张陈刘杨赵吴孙马罗郑许韩冯邓萧蒋卢钟谭陆范贾韦邹钱严龙万叶苏吕汤闻馆厂联黄节庆礼仪网权声复制"
    "载标签类属单启贺满鹏顺内阁纵横资观评让无与对这个说还为从后头参扩产设计划现实际强调继续将应当须则并该条项结华东题"
    "号"
)
_TABLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def simplified(text: str) -> str:
    """The text with the traditional characters of such words as simplified ones, character for character."""
    return text.translate(_TABLE)
