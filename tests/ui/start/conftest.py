"""What the tests of the start page share."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.core.draft import Draft
from app.core.markup import parse_markup
from app.jobs.saving import save_draft
from app.templating.library import Library, load_library
from tests.ui.conftest import TEMPLATES

NAMES = (
    "动员会 部署会 总结表彰会 座谈会 党课 表态发言 任职讲话 揭牌仪式致辞 欢送词 答谢词 述职报告 现场会 "
    "新闻发布会 春节团拜会致辞 调研座谈会 经验交流会 青年干部培训班开班式讲话"
)
SPEECH = parse_markup("@标题 讲话\n同志们。\n")


def save(path: Path, draft: Draft = SPEECH) -> Path:
    """A draft in a file of that name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    save_draft(path, draft, overwrite=True)
    return path


THREE = ("tuijinhui", "zhuchici", "huanyingci")


@pytest.fixture(scope="session")
def few() -> Library:
    """The library with three occasions, however many come with the program."""
    found = load_library((TEMPLATES,))
    return replace(found, occasions={name: found.occasions[name] for name in THREE})


@pytest.fixture(scope="session")
def twenty(few: Library, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Those three with occasions of a writer's own, twenty in all."""
    own = tmp_path_factory.mktemp("own")
    (own / "occasions").mkdir()
    model = (TEMPLATES / "occasions" / "tuijinhui.toml").read_text("utf-8")
    for number, name in enumerate(NAMES.split()):
        text = model.replace('名称 = "推进会"', f'名称 = "{name}"', 1)
        (own / "occasions" / f"own{number:02}.toml").write_text(text, "utf-8")
    found = load_library((TEMPLATES, own))
    written = {name: each for name, each in found.occasions.items() if name.startswith("own")}
    found = replace(found, occasions=few.occasions | written)
    assert len(found.occasions) == 20
    return found
