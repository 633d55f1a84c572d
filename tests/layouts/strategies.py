"""Layouts of every kind that can be printed, for properties."""

from dataclasses import replace

from hypothesis import strategies as st

from app.core.kinds import HEADINGS, Kind
from app.layouts.checks import faults
from app.layouts.model import STYLES, Base, Font, Grid, Header, Layout, Page, PageNumber, ParagraphStyle
from app.layouts.read import read_layout
from tests.layouts.conftest import SHIPPED

STANDARD = read_layout(SHIPPED / "gb9704.toml")
BODY_SIZES = st.integers(20, 52)

names = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=12)
fonts = st.dictionaries(
    st.from_regex(r"[a-z][a-z0-9_-]{0,7}", fullmatch=True) | st.just("仿宋") | st.just("a.b"),
    st.tuples(names, names, st.lists(names, max_size=3).map(tuple)),
    max_size=2,
)

_bases = st.builds(
    Base,
    file=st.sampled_from(["本局.docx", "a b.DOTX"]),
    styles=st.dictionaries(st.sampled_from(STYLES), names, max_size=4),
)


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """The fonts are those of the standard, some of them with other names, and new ones."""
    drawn = {name: Font(name, *values) for name, values in draw(fonts).items()}
    known = {**STANDARD.fonts, **drawn}
    if draw(st.booleans()):
        known["fangsong"] = Font("fangsong", draw(names), draw(names))
    one_font = st.sampled_from([*known.values()])
    page = Page(
        width=draw(st.integers(11000, 24000)),
        height=draw(st.integers(11000, 24000)),
        top=draw(st.integers(1500, 3000)),
        bottom=draw(st.integers(1500, 3000)),
        left=draw(st.integers(300, 1500)),
        right=draw(st.integers(300, 1500)),
        mirrored=draw(st.booleans()),
    )
    body_size = draw(BODY_SIZES)
    pitch = draw(st.integers(body_size * 10, 800))
    # A line of more than a hundred characters is none that a file may ask for.
    least = page.text_width // 100 + 1 - body_size * 10
    spacing = draw(st.integers(max(-20, least), 60))
    grid = Grid(pitch, page.text_height // pitch, page.text_width // (body_size * 10 + spacing), spacing)
    styles = {name: draw(_styles(name, one_font, grid, body_size)) for name in STYLES}
    title = styles[Kind.TITLE]
    most = draw(st.integers(4, min(60, page.text_width // (title.size * 10 + title.spacing))))
    layout = Layout(
        id="benju",
        name=draw(names),
        page=page,
        grid=grid,
        fonts=known,
        styles=styles,
        page_number=draw(_numbers(one_font)),
        header=draw(_headers(one_font)),
        head_gap=draw(st.integers(0, 500)),
        signoff_gap=draw(st.integers(0, 500)),
        title_most=most,
        title_best=draw(st.integers(4, most)),
        bold_point_leads=draw(st.booleans()),
        file_name=draw(st.sampled_from(["标题（稿次）月日", "年月日 标题", "讲话人-标题"])),
        base=draw(st.none() | _bases),
    )
    return layout if not any(faults(layout)) else replace(layout, header=replace(layout.header, text=""))


@st.composite
def _styles(
    draw: st.DrawFn, name: str, one_font: st.SearchStrategy[Font], grid: Grid, body: int
) -> ParagraphStyle:
    size = body if name == Kind.BODY else draw(st.just(body) | st.integers(18, 60))
    highest = grid.pitch if name == Kind.BODY else 1600
    own_line = st.integers(size * 10, max(size * 10, highest))
    bold = draw(st.booleans())
    indents = st.integers(0, 100)
    return ParagraphStyle(
        font=draw(one_font),
        size=size,
        bold=bold,
        alignment=draw(st.sampled_from(["left", "center", "right", "both"])),
        first_line=draw(st.just(200) | indents),
        left=draw(st.just(0) | indents),
        right=draw(st.just(0) | indents),
        line=draw(own_line if size * 10 > grid.pitch else st.just(grid.pitch) | own_line),
        spacing=draw(st.just(grid.spacing if size == body else 0) | st.integers(-20, 60)),
        before=draw(st.integers(0, 1000)),
        after=draw(st.integers(0, 1000)),
        snap=draw(st.booleans()),
        keep_next=draw(st.booleans()),
        outline=draw(st.none() | st.integers(0, 8)),
        lead_bold=draw(st.booleans()) if name in HEADINGS else bold,
    )


def _numbers(one_font: st.SearchStrategy[Font]) -> st.SearchStrategy[PageNumber]:
    return st.builds(
        PageNumber,
        placement=st.sampled_from(["outside", "center", "right", "none"]),
        font=one_font,
        size=st.integers(16, 44),
        indent=st.integers(0, 1000),
        gap=st.integers(0, 800),
        form=st.sampled_from(["dashes", "hyphens", "bare", "page", "page_of"]),
        edge=st.sampled_from(["footer", "header"]),
        first=st.booleans(),
    )


def _headers(one_font: st.SearchStrategy[Font]) -> st.SearchStrategy[Header]:
    return st.builds(
        Header,
        text=st.just("") | names,
        font=one_font,
        size=st.integers(16, 44),
        alignment=st.sampled_from(["left", "center", "right", "outside"]),
        distance=st.integers(0, 1000),
        rule=st.booleans(),
        first=st.booleans(),
    )
