"""A file is read once per question, and again when it is another file."""

from pathlib import Path

import pandas as pd

from segmentation.economics.history import bought_since, share_without_sale
from segmentation.economics.remembered import remembered


def test_the_same_question_about_the_same_file_is_read_once(tmp_path: Path) -> None:
    asked: list[tuple[str, int]] = []

    @remembered
    def length(path: str, times: int) -> int:
        asked.append((Path(path).name, times))
        return Path(path).stat().st_size * times

    lines = tmp_path / "lines"
    lines.write_text("four")
    assert [length(lines, 1), length(lines, 1), length(lines, 2)] == [4, 4, 8]
    lines.write_text("fifteen letters")
    assert length(lines, 1) == 15
    assert asked == [("lines", 1), ("lines", 2), ("lines", 1)]


def test_what_was_bought_since_a_day_follows_the_file(tmp_path: Path) -> None:
    rows = pd.DataFrame({
        "customer_id": ["K1", "K1", "K2"], "order_id": ["1", "2", "3"], "is_return": [False, False, True],
        "date": pd.to_datetime(["2024-01-01", "2024-06-01", "2024-07-01"]), "amount": [10.0, 20.05, -5.0],
    })  # fmt: skip
    day, path = pd.Timestamp("2024-05-01"), tmp_path / "lines.parquet"
    rows.to_parquet(path)
    found = bought_since(path, day)
    assert found.loc["K1"].to_dict() == {"revenue": 2005, "lines": 1, "orders": 1, "returns": 0, "returned": 0}
    assert found.loc["K2"].to_dict() == {"revenue": -500, "lines": 1, "orders": 0, "returns": 1, "returned": 500}
    rows.head(2).to_parquet(path)
    assert bought_since(path, day).index.tolist() == ["K1"]


def test_trying_the_till_and_correcting_are_told_from_selling(tmp_path: Path) -> None:
    rows = pd.DataFrame({
        "customer_id": ["K1", "K1", "K2", "K2", "K3", "K4", "K5"], "product": ["TEST001", "A1", "T1", "T2", "X", None, "M"],
        "product_name": ["This is a test product.", "Book", "Pregnancy test", "Test kit, covid", "Testbestelling", "Manual of the lawn mower", "Manual"],
    })  # fmt: skip
    path = tmp_path / "lines.parquet"
    rows.to_parquet(path)
    assert share_without_sale(path).to_dict() == {"K1": 0.5, "K3": 1.0, "K5": 1.0}
