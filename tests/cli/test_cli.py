import csv
import io
import json
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

import segmentation as seg
from segmentation.cli import main
from segmentation.store import open_store
from tests.analysis.test_analysis import lines

RESULTS = ["segments.csv", "personas.json", "roi.csv", "analysis.json"]


def klantbeeld(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["--language", "en", *map(str, arguments)])


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "orders.csv"
    path.parent.mkdir()
    path.write_bytes(lines())
    return path


def refused(result: Result) -> str:
    """The one clear line of a refusal."""
    assert result.exit_code == 2, (result.output, result.exception)
    told = result.stderr.strip()
    assert told
    assert "\n" not in told
    assert "Traceback" not in told
    return told


def test_read(orders: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert klantbeeld("read", orders, "--to", out).exit_code == 0
    facts = json.loads((out / "orders.json").read_text("utf-8"))
    assert facts["roles"]["customer"] == "klant"
    assert facts["rows_in"] == facts["rows"] + facts["rejected"]
    assert len(pd.read_parquet(out / "orders.parquet")) == facts["rows"]
    assert len(pd.read_csv(out / "orders.csv")) == facts["rows"]
    assert (out / "orders.rejected.csv").exists()


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    source = tmp_path / "orders.csv"
    source.write_bytes(b"klant;naam;bedrag\nA;=1+1;2,50\nB;@SUM(A1);-3,50\nC;+31 6;1\nD;Jansen;4\n")
    assert klantbeeld("read", source, "--to", tmp_path / "out").exit_code == 0
    rows = list(csv.reader(io.StringIO((tmp_path / "out" / "orders.csv").read_text("utf-8-sig"))))
    assert [row[1] for row in rows[1:]] == ["'=1+1", "'@SUM(A1)", "'+31 6", "Jansen"]
    assert float(rows[2][2].lstrip("'").replace(",", ".")) == -3.5


def test_customers(orders: Path, tmp_path: Path) -> None:
    assert klantbeeld("customers", orders, "--to", tmp_path / "out", "--as-of", "2025-01-01").exit_code == 0
    frame = pd.read_parquet(tmp_path / "out" / "customers.parquet")
    assert len(frame) == 60
    assert frame.index.name == "customer_id"
    for name in ("customers.csv", "columns.csv", "reconciliation.csv"):
        assert (tmp_path / "out" / name).exists()


@pytest.mark.slow
def test_segment_and_roi(orders: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = klantbeeld("segment", orders, "--to", out, "--k", "2", "--features", "monetary,frequency")
    assert done.exit_code == 0, done.stderr
    table = pd.read_csv(out / "segments.csv", index_col="customer_id")
    assert sorted(table["segment"].unique()) == ["A", "B"]
    assert json.loads((out / "segmentation.json").read_text("utf-8"))["k"] == 2
    done = klantbeeld("roi", orders, "--to", out, "--k", "2", "--cost", "margin_rate=0.35", "--cost", "per_order=1:2:3")
    assert done.exit_code == 0, done.stderr
    assert len(pd.read_csv(out / "roi.csv")) == 60
    assert len(pd.read_csv(out / "roi_segments.csv")) == 2


@pytest.mark.slow
def test_run_repeats_what_the_app_made(orders: Path, tmp_path: Path) -> None:
    store = open_store(tmp_path / "home")
    study = store.add_upload(store.new("Autumn", language="en", k=2, costs={"margin_rate": 0.4}), orders, "orders.csv")
    recipe = tmp_path / "study.json"
    recipe.write_text(study.write(), "utf-8")
    done = klantbeeld("run", recipe, "--data", orders.parent, "--to", tmp_path / "out")
    assert done.exit_code == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(RESULTS)
    analysis = store.analysis(study)
    table = pd.read_csv(tmp_path / "out" / "segments.csv", index_col="customer_id", dtype=str)
    assert table["segment"].tolist() == analysis.segmentation.labels.astype(str).tolist()
    facts = json.loads((tmp_path / "out" / "analysis.json").read_text("utf-8"))
    assert facts["economics"]["total"]["profit"] == pytest.approx(float(analysis.economics.total["profit"]))
    assert [one["name"] for one in json.loads((tmp_path / "out" / "personas.json").read_text("utf-8"))] == [
        persona.name for persona in analysis.personas
    ]
    orders.rename(orders.with_name("export of december.csv"))  # the same content under another name is the same file
    again = klantbeeld("run", recipe, "--data", orders.parent, "--to", tmp_path / "again")
    assert again.exit_code == 0, again.stderr
    for name in RESULTS:
        assert (tmp_path / "again" / name).read_bytes() == (tmp_path / "out" / name).read_bytes()


def test_run_says_which_file_it_misses(orders: Path, tmp_path: Path) -> None:
    store = open_store(tmp_path / "home")
    study = store.add_upload(store.new("Autumn"), b"klant;bedrag\n1;2\n", "tickets.csv")
    recipe = tmp_path / "study.json"
    recipe.write_text(study.write(), "utf-8")
    assert "tickets.csv" in refused(klantbeeld("run", recipe, "--data", orders.parent, "--to", tmp_path / "out"))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"schema_version": 99}', '{"name": 1}', "\x00\x01"])
def test_a_study_that_is_not_one(orders: Path, tmp_path: Path, text: str) -> None:
    recipe = tmp_path / "study.json"
    recipe.write_text(text, "utf-8")
    refused(klantbeeld("run", recipe, "--data", orders.parent, "--to", tmp_path / "out"))


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 a photo \x00\x01\x02" * 50, b"kleur\nrood\nblauw\n"])
@pytest.mark.parametrize("verb", ["customers", "segment", "roi"])
def test_bad_input_is_one_line(tmp_path: Path, verb: str, content: bytes) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(content)
    refused(klantbeeld(verb, path, "--to", tmp_path / "out"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "none.csv", "--to", "out"],
        ["read", "--to", "out"],
        ["read", "orders.csv"],
        ["nonsense"],
        ["run", "none.json", "--data", ".", "--to", "out"],
        ["segment", "orders.csv", "--to", "out", "--k", "many"],
        ["roi", "orders.csv", "--to", "out", "--cost", "margin_rate"],
        ["roi", "orders.csv", "--to", "out", "--cost", "margin_rate=much"],
        ["roi", "orders.csv", "--to", "out", "--cost", "unheard_of=1"],
        ["customers", "orders.csv", "--to", "out", "--as-of", "yesterday"],
        ["serve", "--port", "99999999"],
    ],
)
def test_bad_arguments_are_one_line(orders: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.chdir(orders.parent)
    refused(klantbeeld(*arguments))
    assert not (orders.parent / "out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other names that cannot be folders")
def test_a_folder_that_cannot_be_made(orders: Path) -> None:
    refused(klantbeeld("read", orders, "--to", orders / "below"))


def test_a_bug_shows_a_place_and_no_data(orders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_files: object, **_options: object) -> "seg.Table":
        raise ValueError("Jansen, 9401 AB Assen")

    monkeypatch.setattr("segmentation.tables.read_table", broken)
    result = klantbeeld("read", orders, "--to", tmp_path / "out")
    assert result.exit_code == 1
    assert "Jansen" not in result.output + result.stderr
    assert "ValueError" in result.stderr


def test_help_is_there_for_every_verb() -> None:
    assert "klantbeeld" in klantbeeld("--help").output.lower() or klantbeeld("--help").output
    for verb in ("read", "customers", "segment", "roi", "run", "serve"):
        assert verb in klantbeeld("--help").output
        assert klantbeeld(verb, "--help").exit_code == 0
