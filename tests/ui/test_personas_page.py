"""Page 6: can a persona be changed and taken back, and a room be opened, led and closed?"""

import numpy as np
import pandas as pd
import pytest

from segmentation.store.rooms import Rooms

pytestmark = pytest.mark.slow


@pytest.fixture
def study(store):
    draw = np.random.default_rng(0)
    rows = []
    for number in range(160):
        often = number % 2
        for _order in range(2 + 6 * often):
            day = pd.Timestamp("2024-01-01") + pd.Timedelta(days=int(draw.integers(0, 600)))
            rows.append((f"K{number:03}", f"{day:%d-%m-%Y}", f"{20 + 60 * often + draw.random():.2f}".replace(".", ","), "Tuin" if often else "Mode"))
    table = pd.DataFrame(rows, columns=["Klantnummer", "Besteldatum", "Bedrag", "Categorie"])
    study = store.new("Personas", k=2, method="kmeans")
    study = store.add_upload(study, table.to_csv(sep=";", index=False).encode(), "orders.csv")
    analysis = store.analysis(study)
    for step in ("customers", "segmentation", "profiles", "economics", "personas"):
        analysis.compute(step)
    return study


def button(shown, label):
    return next(one for one in shown.button if one.label == label)


def test_the_page(store, study, page):
    shown = page("personas", study)
    assert not shown.exception
    texts = " ".join(one.value for one in shown.markdown)
    assert ":green-badge[data]" in texts
    assert ":orange-badge[gok]" in texts

    saves = [one for one in shown.button if one.label == "Bewaren"]
    next(one for one in saves if one.form_id.startswith("form:A:name")).click().run()
    assert store.load(study.id)[0].personas == {}  # nothing was changed there
    box = next(one for one in shown.text_area if one.key.startswith("text:A:work"))
    box.set_value("Werkt in de zorg")
    saves = [one for one in shown.button if one.label == "Bewaren"]
    next(one for one in saves if one.form_id.startswith("form:A:work")).click().run()
    assert store.load(study.id)[0].personas["A"].fields["work"][-1].text == "Werkt in de zorg"
    assert "Werkt in de zorg" in " ".join(one.value for one in shown.markdown)
    button(shown, "Laatste wijziging ongedaan maken").click().run()
    assert store.load(study.id)[0].personas == {}

    button(shown, "Open een kamer").click().run()
    rooms = Rooms(store.engine)
    room = rooms.of_study(study.id)[0]
    assert any(room.code in one.value for one in shown.markdown)
    person = rooms.join(room.code)
    rooms.write(room.code, person, note="n1", segment="A", field="work", text="Bakker", sure="know")
    shown.run()
    button(shown, "Overnemen").click().run()
    assert store.load(study.id)[0].personas["A"].fields["work+"][-1].text == "Bakker"
    button(shown, "Kamer sluiten").click().run()
    assert not rooms.get(room.id).is_open
    assert not shown.exception
