"""Drafts, blocks and runs of every shape, for property tests of any floor."""

import datetime
from decimal import Decimal

from hypothesis import strategies as st

from app.core.draft import Bind, Block, Draft, Run, Section
from app.core.facts import Date, FactSheet, Person
from app.core.ids import counting_ids
from app.core.kinds import HEAD_KINDS, MARKERS, Kind, Layer, Lead, Status
from app.core.repair import repaired

SPEAKING = "我们要把工作做实，抓好落实。！？；：、“”（）【】《》—…·"
MARKING = "#-+@*[]{}()\\|=^? \u3000\tab1290.%/\"'~`_<>&\u2028\ufeff"

texts = st.text(st.sampled_from(SPEAKING + MARKING), max_size=30) | st.text(max_size=12)
names = st.text(st.sampled_from("会议名称讲话人ab1_-．=|)(\\ ][\r\n"), max_size=6)
binds = st.builds(
    Bind,
    st.sampled_from(["draft", "section", "computed"]),
    names,
    st.sampled_from(["", "日期", "a|b(c)"]),
    st.integers(0, 3),
)
inner = st.text(st.sampled_from("待填：指标\\*[]{}()# \u2028"), max_size=8)


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """A run with any marks; a placeholder in its brackets."""
    placeholder = draw(st.booleans())
    return Run(
        f"【{draw(inner)}】" if placeholder else draw(texts),
        bold=draw(st.booleans()),
        bind=draw(st.none() | binds),
        placeholder=placeholder,
        query=draw(st.booleans()),
        comment=draw(st.just("") | st.text(st.sampled_from("批注a)(\\^\n\r\u2028|"), max_size=6)),
    )


dates = st.dates(datetime.date(1, 1, 1)).map(lambda day: Date(day.year, day.month, day.day)) | st.builds(
    Date, st.integers(1, 9999), st.integers(1, 12) | st.sampled_from([None, 0])
)
persons = st.builds(Person, st.text(max_size=4), st.text(min_size=1, max_size=6))
values = (
    st.text(min_size=1, max_size=12)
    | st.integers(-(10**12), 10**12)
    | st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9).map(
        Decimal
    )
    | dates
    | persons
    | st.lists(st.text(max_size=6), min_size=1, max_size=4).map(tuple)
)
sheets = st.dictionaries(st.text(min_size=1, max_size=8), values, max_size=4).map(
    lambda found: FactSheet(tuple(found.items()))
)
sections = st.builds(
    Section,
    id=st.just(""),
    name=st.text(st.sampled_from('开场 "\\}{'), max_size=5),
    layer=st.none() | st.sampled_from(Layer),
    template=st.text(st.sampled_from('tuijin/renshi-1 "\n\\}'), max_size=8),
    source=st.text(max_size=10),
    fields=sheets,
    target=st.none() | st.integers(-9, 10**8),
    status=st.none() | st.sampled_from(Status),
)
blocks = st.builds(
    Block,
    id=st.just(""),
    kind=st.sampled_from(Kind),
    runs=st.lists(runs(), max_size=5).map(tuple),
    section=st.none() | sections,
    marker=st.sampled_from(["", *MARKERS]),
    restart=st.booleans(),
    joined=st.booleans(),
    lead=st.sampled_from(Lead),
)


@st.composite
def drafts(draw: st.DrawFn, most: int = 14) -> Draft:
    """A sound draft."""
    head = draw(
        st.lists(
            st.builds(
                Block,
                id=st.just(""),
                kind=st.sampled_from(HEAD_KINDS),
                runs=st.lists(runs(), max_size=3).map(tuple),
            ),
            max_size=4,
        )
    )
    rest = draw(st.lists(blocks, max_size=most))
    loose = Draft(
        draw(sheets),
        (*head, *rest),
        draw(st.sampled_from(["", "tuijinhui"])),
        draw(st.sampled_from(["gb9704", "guanli"])),
    )
    return repaired(loose, counting_ids())
