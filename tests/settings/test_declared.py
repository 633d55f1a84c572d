"""The options of the program are sound, and agree with what they are about."""

from pathlib import Path
from typing import get_args

import pytest

from app.core.errors import UsageError
from app.lang.speaking import PRESETS, Rate
from app.settings.declared import BOLD_LEADS, RATE_PRESET, REGISTRY, SPEAKING_RATES, RatePreset
from app.settings.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json", REGISTRY)


def test_every_option_has_a_name_of_its_own_a_title_and_a_default_it_would_accept(settings: Settings) -> None:
    names = [option.name for option in REGISTRY.options]
    assert len(set(names)) == len(names)
    assert "version" not in names
    for option in REGISTRY.options:
        assert option.title
        settings.set(option, option.default)
        assert settings.get(option) == option.default


def test_the_presets_are_those_that_speaking_time_knows() -> None:
    assert set(get_args(RatePreset)) == set(PRESETS)
    assert RATE_PRESET.default in PRESETS


@pytest.mark.parametrize("factor", [0.4, 1.0, 2.5])
def test_each_factor_that_speaking_time_takes_is_kept(settings: Settings, factor: float) -> None:
    assert Rate(240, factor).factor == factor
    settings.set(SPEAKING_RATES, {"×××": factor})
    assert settings.get(SPEAKING_RATES) == {"×××": factor}


@pytest.mark.parametrize("factor", [0.3, 2.6, -1.0, float("inf")])
def test_a_factor_that_it_would_refuse_is_not_kept(settings: Settings, factor: float) -> None:
    with pytest.raises(UsageError):
        Rate(240, factor)
    with pytest.raises(UsageError, match="各讲话人的语速"):
        settings.set(SPEAKING_RATES, {"×××": factor})


def test_bold_leads_may_be_left_to_the_layout(settings: Settings) -> None:
    assert settings.get(BOLD_LEADS) is None
    for value in (True, False, None):
        settings.set(BOLD_LEADS, value)
        settings.save()
        assert settings.get(BOLD_LEADS) is value
