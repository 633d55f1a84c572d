"""Going from hit to hit, also where some lie in numbers."""

from app.core.ids import counting_ids
from app.core.markup import parse_markup
from app.core.place import Place
from app.core.search import Hit, Query, find
from app.ui.find.hits import Hits

DRAFT = parse_markup("# 一一\n# 一\n正文\n", counting_ids())
HITS = Hits.of(DRAFT, find(DRAFT, Query("一")))


def test_every_hit_is_gone_to_once_on_the_way_round() -> None:
    current: Hit | None = None
    selection = (Place(0, 0), Place(0, 0))
    seen: list[int] = []
    for _ in HITS.found:
        at = HITS.next_number(current, selection, 1) % len(HITS)
        seen.append(at)
        current = HITS.found[at]
        selection = HITS.ends(current)
    assert sorted(seen) == list(range(len(HITS)))


def test_back_from_the_first_is_beyond_the_beginning() -> None:
    assert HITS.next_number(HITS.found[0], HITS.ends(HITS.found[0]), -1) == -1


def test_from_the_cursor_the_next_hit_is_the_one_behind_it() -> None:
    place = Place(1, 1)
    assert HITS.next_number(None, (place, place), 1) == len(HITS)
    assert HITS.next_number(None, (place, place), -1) == len(HITS) - 1


def test_a_selected_hit_is_left_behind() -> None:
    hit = HITS.found[1]
    assert HITS.next_number(None, HITS.ends(hit), 1) == 2
