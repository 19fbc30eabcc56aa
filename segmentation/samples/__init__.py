"""Which ready data can somebody begin with?

>>> [sample.id for sample in samples()]
['zwerfkei', 'online_retail']
>>> [path.name for path in paths("online_retail")]
['online_retail_2009_2010.parquet']
"""

from dataclasses import dataclass
from pathlib import Path

from segmentation.errors import WrongChoice
from segmentation.language import N_, _

PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True)
class Sample:
    """A data set that comes along; the texts are English here and translated when somebody looks."""

    id: str
    title: str
    what: str
    source: str
    licence: str
    files: tuple[str, ...]
    currency: str
    language: str
    asked: tuple[str, ...]
    invented: bool = False

    @property
    def name(self) -> str:
        return _(self.title)

    @property
    def about(self) -> str:
        return _(self.what)

    @property
    def origin(self) -> str:
        """Where it comes from and under which licence: to be shown wherever the data are shown."""
        return f"{_(self.source)} {_(self.licence)}"

    @property
    def questions(self) -> tuple[str, ...]:
        """Questions a study of these data could start from."""
        return tuple(_(question) for question in self.asked)


_SAMPLES = (
    Sample(
        id="zwerfkei",
        title=N_("De Zwerfkei, a bicycle and outdoor shop in Assen"),
        what=N_(
            "An invented web shop: 3,000 customers in two and a half years, with orders, returns, support tickets, newsletters and a survey. "
            "The files are as dirty as real exports are."
        ),
        source=N_("Invented for Klantbeeld; every person and address in it is made up."),
        licence=N_("Free to use, like Klantbeeld itself."),
        files=("bestelregels.csv", "klanten.csv", "tickets.xlsx", "nieuwsbrieven.csv", "enquete.csv"),
        currency="EUR",
        language="nl",
        asked=(
            N_("Who are our best customers, and where do we find more of them?"),
            N_("Which customers cost more than they bring in, and why?"),
            N_("Who should get which newsletter?"),
        ),
        invented=True,
    ),
    Sample(
        id="online_retail",
        title=N_("Online Retail, a British gift wholesaler"),
        what=N_(
            "A year of real order lines, December 2009 to December 2010: 4,383 customers, returns, one-time buyers and a few giants. "
            "What the goods cost is not in it."
        ),
        source=N_("Chen, D. (2012). Online Retail II. UCI Machine Learning Repository, doi:10.24432/C5CG6D."),
        licence=N_("CC BY 4.0."),
        files=("online_retail_2009_2010.parquet",),
        currency="GBP",
        language="en",
        asked=(
            N_("Who buys often, who bought once, and what is each group worth?"),
            N_("Which good customers are we about to lose?"),
            N_("Which products are bought together?"),
        ),
    ),
)


def samples() -> list[Sample]:
    """The data sets that come along, the easiest to begin with first."""
    return list(_SAMPLES)


def sample(id: str) -> Sample:
    """The sample with this id. Raises WrongChoice when there is none."""
    for one in _SAMPLES:
        if one.id == id:
            return one
    raise WrongChoice(
        _("There is no sample “{name}”.").format(name=id),
        _("Choose one of: {names}.").format(names=", ".join(s.id for s in _SAMPLES)),
    )


def paths(id: str) -> list[Path]:
    """Its files, in the order they are read. Raises WrongChoice when there is no such sample or its files were not installed."""
    chosen = sample(id)
    folder = home() / chosen.id
    found = [folder / name for name in chosen.files]
    if not all(path.is_file() for path in found):
        raise WrongChoice(
            _("The files of the sample “{name}” are not on this computer.").format(name=chosen.name),
            _("Install Klantbeeld again, or use your own file."),
        )
    return found


def home() -> Path:
    """Where the sample files lie: beside the package in a checkout, inside it when installed."""
    installed = PACKAGE / "_data" / "sample_data"
    return installed if installed.is_dir() else PACKAGE.parent / "sample_data"
