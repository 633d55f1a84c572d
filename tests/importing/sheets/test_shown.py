"""Values as a spreadsheet program shows them; the expected texts are what Excel and LibreOffice show."""

from datetime import date, datetime, time, timedelta

import pytest

from app.importing.sheets.shown import shown


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (12, "General", "12"),
        (0.1 + 0.2, "General", "0.3"),
        (1e15, "General", "1000000000000000"),
        (1234567.5, "#,##0", "1,234,568"),
        (1234.5, "#,##0.00", "1,234.50"),
        (0.035, "0.0%", "3.5%"),
        (0.5, "0%", "50%"),
        (7, "000", "007"),
        (12, '0"人"', "12人"),
        (12, 'General"个"', "12个"),
        (3.0, "0.##", "3"),
        (3.25, "0.##", "3.25"),
        (-5, "0;(0)", "(5)"),
        (-5, "0.0", "-5.0"),
        (0.125, "0.00", "0.13"),
        (12345678, "#,##0,", "12,346"),
        (9.5, '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ', "¥9.50"),
        (12, "[DBNum1][$-804]General", "12"),
        (12, "@", "12"),
        (True, "General", "TRUE"),
        ("甲_x000D_\n乙", "General", "甲\n乙"),
        (datetime.fromisoformat("2025-03-05"), "yyyy-mm-dd", "2025年3月5日"),
        (datetime.fromisoformat("2025-03-05T14:30"), "yyyy/m/d h:mm", "2025年3月5日 14:30"),
        (date(2025, 3, 5), "m月d日", "2025年3月5日"),
        (time(9, 5), "h:mm", "09:05"),
        (timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
        (None, "General", ""),
    ],
)  # fmt: skip
def test_a_value_is_the_text_that_is_seen(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text
