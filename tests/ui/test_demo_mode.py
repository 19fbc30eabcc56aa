"""Does demo mode let nothing through that tells whose figures these are: on no page, in no file, in no address, on no phone?"""

import io
import json
import re
import struct
import zipfile
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

import pytest
import streamlit as st
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from segmentation.language import speaking
from segmentation.phones import share_room, stop_sharing
from segmentation.report import files, pdf
from segmentation.report.story import story
from segmentation.samples import paths, sample
from segmentation.store import Store
from segmentation.store.rooms import Rooms
from segmentation.study import MarketCard, PersonaEdits, PersonaLine, Question, Strategy, Study
from tests.phones.people import Phone
from tests.ui.conftest import ROOT, Opened, settled

PAGES = ("plan", "market", "customers", "experience", "segments", "personas", "roi", "report")
WORD = re.compile("[a-z0-9]+")
TOWNS = ("Ootmarsum", "Zoutkamp", "Vuursche", "Bronkhorst")


def shop() -> dict[str, str]:
    """A small base whose every name, place, id, amount and text is easy to recognise."""
    people = ["klantnr;naam;email;telefoon;plaats;postcode;status"]
    orders = ["klantnr;bestelnr;datum;product;bedrag;opmerking"]
    tickets = ["ticketnr;klantnr;geopend;gesloten;onderwerp"]
    survey = ["klantnr;datum;nps;reden"]
    for n in range(90):
        town, status = TOWNS[n % 4], "actief" if n else "wacht op Quirijn"
        people.append(f"KLX-{7000 + n};Quirijn Zonderland{n};quirijn{n}@zonderland.example;06-55500{n:03};{town};76{n:02} QX;{status}")
        for order in range(1 + n % 5 + (12 if n % 7 == 0 else 0)):
            amount = f"{(1000 if n % 7 == 0 else 40) + 7 * n + order + 0.37:.2f}".replace(".", ",")
            orders.append(f"KLX-{7000 + n};ORX-{n}{order:03};{1 + (n + order) % 28:02}-{1 + order % 12:02}-2024;Zilverzeil {n % 6};{amount};Bel Quirijn{n}")
        if n % 3 == 0:
            tickets.append(f"TKX-{n};KLX-{7000 + n};0{1 + n % 9}-05-2024 10:00;1{n % 9}-05-2024 12:00;Quirijn is boos in {town}")
        survey.append(f"KLX-{7000 + n};0{1 + n % 9}-06-2024;{n % 11};Omdat tante Quirijn in {town} het zei")
    return {"zonderland-klanten.csv": "\n".join(people), "zonderland-orders.csv": "\n".join(orders),
            "zonderland-tickets.csv": "\n".join(tickets), "zonderland-enquete.csv": "\n".join(survey)}  # fmt: skip


def telling(store: Store) -> Study:
    """A study in which somebody wrote the names down wherever that can be."""
    line = PersonaLine(text="Lijkt op Quirijn", mark="colleague", by="Zonderland")
    study = store.new(
        "Zonderland BV", language="nl", questions=(Question(text="Verliezen we Quirijn Zonderland?"), Question(text="x", library="returns")),
        strategy=Strategy(goal="Meer Zonderland", team="Quirijn"), market=(MarketCard(text="Quirijn zegt het", source="Zonderland", date="2026-01-01"),),
        benchmarks=({"what": "retour", "value": "12%", "source": "Zonderland"},), segment_names={"A": "De Zonderlandjes"},
        personas={"A": PersonaEdits(fields={"work": (line,)}, own_fields={"own_1": "Quirijns spreuk"})}, notes={"plan.questions": "Bel Quirijn"},
        costs={"fixed_per_year": 54321.09}, books={"turnover": 98765.43}, settings={"players": {"Zonderland": []}, "programme_cost": 4321.0},
        decisions={"customer:KLX-7003": "stop"}, features=("monetary", "frequency", "bezoeken Zonderland"),
    )  # fmt: skip
    members = "".join(f"KLX-{7000 + n};{n % 11};{'Quirijns College' if n % 3 else 'hbo'}\n" for n in range(90))
    more = {"zonderland-leden.csv": f"klantnr;bezoeken Zonderland;opleiding\n{members}"}
    for name, text in (shop() | more).items():
        study = store.add_upload(study, text.encode(), name)
    return study


def nodes(block: Any) -> Iterator[bytes]:
    """Every element as it goes to the browser: texts, tables, chart specifications with their data and alternative texts."""
    for child in block.children.values():
        proto = getattr(child, "proto", None)
        if proto is not None:
            yield proto.SerializeToString()
        if hasattr(child, "children"):
            yield from nodes(child)


def everything(shown: AppTest) -> bytes:
    return b"\n".join([*nodes(shown._tree), json.dumps(dict(shown.query_params)).encode()])


def may_be_in(words: list[str], secret: str) -> bool:
    """Whether every word of the secret, the last perhaps with more behind it, is one of these sorted words: thousands of secrets in a moment."""
    own = WORD.findall(secret)
    places = [bisect_left(words, word) for word in own]
    last = len(own) - 1
    return all(
        at < len(words) and (words[at].startswith(word) if number == last else words[at] == word)
        for number, (word, at) in enumerate(zip(own, places, strict=True))
    )


def _whole(amount: str) -> str:
    """This amount and no part of a longer one; after a comma between columns it is whole, unless it may be the last of its groups of three."""
    grouped = r"(?<!\d,)" if re.match(r"\d{3}(?!\d)", amount) else ""
    return rf"(?<![a-z0-9])(?<!\d\.){grouped}{re.escape(amount)}(?![a-z0-9])"


def leaks(content: bytes, secrets: list[str], amounts: list[float] = ()) -> list[str]:  # type: ignore[assignment]
    """What of the original stands in these bytes: words whole, whatever their case; amounts as text or as a number in a table."""
    text = content.decode("utf-8", "replace").casefold()
    words = sorted(set(WORD.findall(text)))
    there = [secret for secret in secrets if may_be_in(words, secret.casefold()) and secret.casefold() in text]
    found = [secret for secret in there if re.search(rf"(?<![a-z0-9]){re.escape(secret.casefold())}", text)]
    for amount in amounts:
        told = [f"{amount:.2f}", f"{amount:,.2f}", *([f"{amount:,.0f}", f"{amount:.0f}"] if amount >= 10_000 else [])]
        dutch = [one.translate(str.maketrans(",.", ".,")) for one in told]
        if any(re.search(_whole(one), text) for one in {*told, *dutch} if one in text):
            found.append(told[0])
        if struct.pack("<d", amount) in content:
            found.append(f"{told[0]} (number)")
    return found


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Every file a page offers: its name and what is in it."""
    from streamlit.elements.widgets.button import ButtonMixin

    offered: dict[str, bytes] = {}
    real = ButtonMixin._download_button

    def record(self: Any, label: str, data: Any, file_name: str | None = None, *rest: Any, **more: Any) -> Any:
        made = data() if callable(data) else data
        offered[str(file_name)] = made if isinstance(made, bytes) else str(made).encode()
        return real(self, label, b"x", file_name, *rest, **more)

    def titled(**page: Any) -> None:
        offered["titles of pages"] = offered.get("titles of pages", b"") + f"{page['page_title']}\n".encode()
        configure(**page)

    configure = st.set_page_config
    monkeypatch.setattr(ButtonMixin, "_download_button", record)
    monkeypatch.setattr(st, "set_page_config", titled)
    return offered


def unpacked(name: str, content: bytes) -> bytes:
    """What is in a file: a workbook or slides are zips, a PDF is read as its readers do."""
    if content.startswith(b"%PDF"):
        book = PdfReader(io.BytesIO(content))
        pages = [" ".join(page.extract_text().split()) for page in book.pages]
        return "\n".join([*pages, *map(str, (book.metadata or {}).values())]).encode()
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return b"\n".join(name.encode() + unpacked(name, archive.read(name)) for name in archive.namelist())
    return content


def search(store: Store, shown_study: Study, page: Opened, given: dict[str, bytes], secrets: list[str], amounts: list[float]) -> None:
    analysis = store.analysis(shown_study)
    for step in ("customers", "segmentation", "profiles", "economics", "personas", "map"):
        analysis.compute(step)
    assert leaks(shown_study.id.encode() + shown_study.name.encode(), secrets) == []
    for name in PAGES:
        shown = settled(page(name, shown_study))
        assert not shown.exception
        assert any("Demo" in warning.value for warning in shown.warning), "it is said on screen"
        assert leaks(everything(shown), secrets, amounts) == [], name
    assert set(given) >= {file.name for file in files.FILES}
    with speaking(shown_study.language):
        given["what is set as a PDF"] = json.dumps(pdf._data(story(shown_study, analysis)), ensure_ascii=False).encode()
    assert given["titles of pages"].count(b"\n") >= len(PAGES)
    for name, content in given.items():
        assert leaks(name.encode() + unpacked(name, content), secrets, amounts) == [], name


@pytest.fixture
def same_factor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same hidden factor every time: of thousands of disguised amounts one may be another's true amount by chance."""
    monkeypatch.setattr("segmentation.store.store.secrets.token_hex", lambda length: "4b" * length)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_base_full_of_names_shows_none(store: Store, page: Opened, given: dict[str, bytes], same_factor: None) -> None:
    study = telling(store)
    frame = store.analysis(study).customers.frame
    amounts = [*(float(value) for value in frame["monetary"] if value > 1000), float(frame["monetary"].sum()), 98765.43, 4321.0, 54321.09]
    words = ["quirijn", "zonderland", "klx-", "orx-", "tkx-", "@zonderland", "06-555", "zilverzeil", "tante", "boos", study.id, *TOWNS]
    words += [f"76{n:02} qx" for n in range(90)]
    assert {"quirijn", "zonderland"} <= set(leaks(everything(page("plan", study)), words)), "the search finds what there is"
    assert len(leaks(files.csv_bytes(frame), words, amounts)) > 15
    demo = store.demo(study.id)
    assert demo.id != study.id
    assert store.demo(study.id).id == demo.id, "the same demo while nothing changed"
    search(store, demo, page, given, words, amounts)
    phones(store, demo, page, words, amounts)
    start = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    start.session_state["showing"] = True
    assert leaks(everything(start.run()), words) == []
    store.delete(study.id)
    assert store.studies() == [], "the demo goes with its study"


def phones(store: Store, demo: Study, page: Opened, words: list[str], amounts: list[float]) -> None:
    shown = page("personas", demo)
    next(one for one in shown.button if one.label == "Open een kamer").click().run()
    room = Rooms(store.engine).of_study(demo.id)[0]
    room = share_room(store, room.id, host="127.0.0.1", port=0)
    phone = Phone(room.shared)
    seen = [phone.join(room.code)]
    for persona in Rooms(store.engine).body(room.id)["personas"]:
        Rooms(store.engine).go_to(room.id, focus=persona["segment"])
        for language in ("nl", "en"):
            seen += [phone.ask("GET", f"/room/{room.code}{more}language={language}")[1] for more in ("?", "/state?v=0&")]
    stop_sharing(store, room.id)
    assert all("room" in text or "persona" in text for text in seen)
    assert leaks("\n".join(seen).encode(), words, amounts) == []


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", ["zwerfkei", "online_retail"])
def test_the_samples_show_no_customer_product_or_place(
    name: str, store: Store, page: Opened, given: dict[str, bytes], same_factor: None
) -> None:
    one = sample(name)
    study = store.new(one.name, sample=name, language="nl", currency=one.currency, questions=tuple(Question(text=text) for text in one.questions))
    for path in paths(name):
        study = store.add_upload(study, path, path.name)
    plain = store.analysis(study)
    secrets: set[str] = {path.name for path in paths(name)}
    for table in plain.tables:
        for role in ("customer", "email", "name", "phone", "address", "postcode", "city", "product", "product_name"):
            if role in table.roles:
                values = table.frame[table.roles[role]].dropna().astype(str).str.strip().unique()
                secrets |= {value for value in values if len(value) > 5 and re.search(r"[\s\d@]", value)}  # "Discount" is a word of ours too
    amounts = plain.customers.frame["monetary"].nlargest(20).astype(float).tolist()  # of more, some are another's amount times the factor by chance
    search(store, store.demo(study.id), page, given, sorted(secrets), [*amounts, float(plain.customers.frame["monetary"].sum())])
