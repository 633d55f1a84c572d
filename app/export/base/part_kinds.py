"""Which parts of a unit's Word file are taken over: by the last word of the type of the relationship to them."""

from collections.abc import Mapping

from docx.opc.constants import CONTENT_TYPE as CT

XML_PARTS: Mapping[str, str] = {
    "styles": CT.WML_STYLES,
    "theme": CT.OFC_THEME,
    "settings": CT.WML_SETTINGS,
    "fontTable": CT.WML_FONT_TABLE,
    "numbering": CT.WML_NUMBERING,
    "header": CT.WML_HEADER,
    "footer": CT.WML_FOOTER,
    "footnotes": CT.WML_FOOTNOTES,
    "endnotes": CT.WML_ENDNOTES,
}
PICTURES: Mapping[str, str] = {
    ".png": CT.PNG,
    ".jpg": CT.JPEG,
    ".jpeg": CT.JPEG,
    ".gif": CT.GIF,
    ".bmp": CT.BMP,
    ".tif": CT.TIFF,
    ".tiff": CT.TIFF,
    ".emf": CT.X_EMF,
    ".wmf": CT.X_WMF,
    ".svg": "image/svg+xml",
}
FONT_FILE = ".odttf"
BINARY: Mapping[str, Mapping[str, str]] = {
    "image": PICTURES,
    "font": {FONT_FILE: "application/vnd.openxmlformats-officedocument.obfuscatedFont"},
}
OF_PART: Mapping[str, tuple[str, ...]] = {
    "officeDocument": (*XML_PARTS, "image"),
    "fontTable": ("font",),
    **dict.fromkeys(("header", "footer", "footnotes", "endnotes", "numbering", "theme"), ("image",)),
}
"""What a part of a kind may bring along."""
ONE_ONLY = frozenset(XML_PARTS) - {"header", "footer"}
SAID: Mapping[str, str] = {
    "vbaProject": "宏",
    "wordVbaData": "宏",
    "attachedTemplate": "附加的模板",
    "mailMergeSource": "邮件合并的数据源",
    "customXml": "自定义的数据",
    "custom-properties": "自定义的文档属性",
    "hyperlink": "指到外面的链接",
    "oleObject": "嵌入的对象",
    "package": "嵌入的对象",
    "control": "控件",
    "chart": "图表",
    "diagramData": "图表",
    "aFChunk": "插入的文件",
    "subDocument": "子文档",
    "keyMapCustomizations": "自定义的快捷键",
    "comments": "批注",
    "glossaryDocument": "构建基块",
    "image": "存在外面或认不出的图片",
}
"""What is not taken over, in the writer's words; other things nobody would miss."""
