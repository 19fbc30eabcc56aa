"""The data that come along: are they there, the same every time, and as dirty as promised?"""

import re
from pathlib import Path

import pandas as pd
import pytest

from segmentation.errors import WrongChoice
from segmentation.language import speaking
from segmentation.samples import home, paths, sample, samples
from segmentation.samples.exports import write
from segmentation.samples.generator import simulate, truth
from segmentation.samples.kinds import KINDS


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("zwerfkei")
    shop = simulate()
    write(shop, truth(shop), folder)
    return folder


def test_every_sample_has_its_files_and_says_where_it_comes_from():
    for one in samples():
        assert all(path.stat().st_size > 1000 for path in paths(one.id))
        for language in ("nl", "en"):
            with speaking(language):
                assert one.name and one.about and one.origin and len(one.questions) == 3
    assert "10.24432/C5CG6D" in sample("online_retail").origin


def test_together_they_stay_small():
    assert sum(path.stat().st_size for path in home().rglob("*") if path.is_file()) < 8_000_000


def test_an_unknown_sample_says_which_there_are():
    with pytest.raises(WrongChoice) as error:
        paths("nothing")
    assert "zwerfkei" in error.value.hint


@pytest.mark.slow
def test_the_generator_writes_the_shipped_files_byte_for_byte(made):
    for name in sample("zwerfkei").files:
        assert (made / name).read_bytes() == (home() / "zwerfkei" / name).read_bytes(), name
    pd.testing.assert_frame_equal(pd.read_parquet(made / "truth.parquet"), pd.read_parquet(home() / "zwerfkei" / "truth.parquet"))


def test_the_truth_holds_kinds_that_pay_and_kinds_that_cost():
    known = pd.read_parquet(home() / "zwerfkei" / "truth.parquet")
    profit = known.groupby("kind")["profit"].sum()
    assert set(profit.index) == {kind.code for kind in KINDS} and len(known) == 3000
    assert set(profit.index[profit < 0]) == {"beller", "koopjesjager", "passer", "zaadje"}
    assert known["profit"].sum() > 0


def test_the_lines_are_dirty_and_the_totals_row_adds_up():
    lines = (home() / "zwerfkei" / "bestelregels.csv").read_text("utf-8").splitlines()
    assert lines[0].startswith("De Zwerfkei") and lines[3].startswith("Ordernr;") and lines[-1].startswith("Totaal;")
    body = [line.split(";") for line in lines[4:-1]]
    cents = [int(row[10].replace("€ ", "").replace(".", "").replace(",", "")) for row in body]
    assert int(lines[-1].split(";")[10].replace("€ ", "").replace(".", "").replace(",", "")) == sum(cents)
    assert sum(row[3] == "" for row in body) == 120
    assert len(body) - len({tuple(row) for row in body}) == 14


def test_customers_are_in_cp1252_and_nobody_has_a_real_address():
    text = (home() / "zwerfkei" / "klanten.csv").read_bytes().decode("cp1252")
    addresses = re.findall(r"[^;\s]+@[^;\s]+", text)
    assert "Désirée" in text and len(addresses) == 3030
    assert all(address.lower().endswith(("@voorbeeld.nl", "@voorbeeldmail.nl", "@post.voorbeeld.nl")) for address in addresses)
