"""What follows from a study and its tables? Every result, each worked out once, from the one before it.

`Analysis(study, tables)` is immutable: another decision is another study, and another analysis. With a shelf, results are
kept under a name made of everything they depend on, so that the same question is never worked out twice, whoever asks.

    analysis = Analysis(study, tables)
    analysis.customers → .features → .segmentation → .map, .profiles → .personas; .economics
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from segmentation.errors import MissingData, SegmentationError, TooLittleData
from segmentation.kept import kept_as
from segmentation.language import _
from segmentation.making import DECISIONS, Progress, criteria_of, kind_of, made_as, make
from segmentation.shelf import FORMAT, Shelf
from segmentation.study import Study

if TYPE_CHECKING:
    import pandas as pd

    from segmentation.customers import CustomerTable
    from segmentation.economics import Economics
    from segmentation.personas import Persona
    from segmentation.segments import Feature, Profiles, Segmentation, Zoom
    from segmentation.tables import Table


@dataclass(frozen=True)
class LaterTable:
    """A table that is named but not opened yet: asking what is ready should read no file."""

    fingerprint: str
    open: Callable[[], "Table"]


class Analysis:
    """Every result of one study, lazily, in one direction."""

    def __init__(
        self, study: Study, tables: "Sequence[Table | LaterTable]", shelf: Shelf | None = None, earlier: "Analysis | None" = None,
        *, former: "Sequence[Analysis]" = (), back: int = 0,
    ) -> None:  # fmt: skip
        """`earlier`: the analysis whose segments got names and personas, so that these segments keep their letters.

        `former`: the same analysis as former versions of the program kept it, the newest first, for the same reason; each is `back` formats old.
        """
        self.study = study
        self._earlier, self._former, self._back = earlier, former, back
        self._given = tuple(tables)
        self._shelf = shelf
        self._results: dict[str, Any] = {}
        self._keys: dict[str, str] = {}
        self._opened: dict[int, Table] = {}
        self._alike: Profiles | None = None  # of the same segments, before a decision that changes no name

    @cached_property
    def tables(self) -> "tuple[Table, ...]":
        """The tables everything starts from, in the order of the study."""
        return tuple(self.table(place) for place in range(len(self._given)))

    def table(self, place: int) -> "Table":
        """One of the tables, opened when it is first asked for; the others may not be readable yet."""
        if place not in self._opened:
            given = self._given[place]
            self._opened[place] = given.open() if isinstance(given, LaterTable) else given
        return self._opened[place]

    @property
    def customers(self) -> "CustomerTable":
        """One row per customer."""
        return self._get("customers")

    @property
    def features(self) -> "list[Feature]":
        """Features that could tell the customers apart, with the suggested choice."""
        return self._get("features")

    @property
    def segmentation(self) -> "Segmentation":
        """The segments, by the features the study chose or else by the suggested ones."""
        return self._get("segmentation")

    @property
    def map(self) -> "pd.DataFrame":
        """A place on the map per customer: x, y, segment."""
        return self._get("map")

    @property
    def profiles(self) -> "Profiles":
        """What each segment is."""
        return self._get("profiles")

    @property
    def economics(self) -> "Economics":
        """What each customer and segment costs and earns. Without segments when there are too few customers for any."""
        return self._get("economics")

    @property
    def personas(self) -> "list[Persona]":
        """One drafted persona per segment."""
        return self._get("personas")

    @cached_property
    def names(self) -> dict[str, str]:
        """What each segment is called: by the user, or else as proposed in the language of the study."""
        profiles = self.profiles if self._alike is None or self.ready("profiles") else self._alike
        return {letter: self.study.segment_names.get(letter) or name for letter, name in profiles.names_in(self.study.language).items()}

    @property
    def named(self) -> bool:
        """Whether the segments can be called by name at once: their names follow from the segments, whatever else about the profiles changed."""
        return self._alike is not None or self.ready("profiles")

    def called(self, letter: str) -> str:
        """A segment by its letter and name, “A · Big spenders”; the letter alone where there are no profiles to name it by."""
        name = self.names.get(letter) if self.named else None
        return f"{letter} · {name}" if name else letter

    def at_hand(self, step: str) -> Any:
        """This result when it is there already, else None."""
        return self._get(step) if self.ready(step) else None

    def lacking(self, step: str) -> SegmentationError | None:
        """What these data lack to work this result out (economics without turnover), or None when they can."""
        try:
            self._get(step)
        except (MissingData, TooLittleData) as error:
            return error
        return None

    def zoom(self, letter: str) -> "Zoom":
        """One segment from nearby: its parts. The step is called `zoom:A`."""
        return self._get(f"zoom:{letter}")

    def follow(self, earlier: "Analysis") -> "Analysis":
        """Take over what an earlier analysis has in hand and a later decision did not change, so that nothing is loaded twice."""
        if [table.fingerprint for table in self._given] == [table.fingerprint for table in earlier._given]:
            self._given, self._opened = earlier._given, earlier._opened
        kept = {step: result for step, result in earlier._results.items() if earlier.key(step) == self.key(step)}
        self._results = {**kept, **self._results}
        if earlier.key("segmentation") == self.key("segmentation"):
            self._alike = earlier._results.get("profiles", earlier._alike)
        if self._earlier is not None:
            self._earlier.follow(earlier)
        return self

    def key(self, step: str) -> str:
        """The name of this result: the same when, and only when, everything it is made from is the same."""
        if step not in self._keys:
            needs = made_as(step)[0]
            made_from: dict[str, Any] = {
                "format": FORMAT - self._back,
                "step": step,
                "tables": [] if needs else sorted(table.fingerprint for table in self._given),
                "decisions": self.study.model_dump(mode="json", include=set(DECISIONS[kind_of(step)])),
                "needs": [self.key(need) for need in needs],
            }
            if step == "segmentation" and self._earlier is not None:
                made_from["earlier"] = self._earlier.key("segmentation")
            if step == "profiles":
                made_from["decisions"]["criteria"] = criteria_of(self.study)
            if step == "features":  # the wording and order of a question's id say nothing about the features
                made_from["decisions"]["questions"] = [[q.text, q.library, q.needs] for q in self.study.questions]
            text = json.dumps(made_from, sort_keys=True)
            self._keys[step] = hashlib.sha256(text.encode()).hexdigest()
        return self._keys[step]

    def ready(self, step: str) -> bool:
        """Whether this result is there, or follows from one that is there in no time."""
        made_as(step)
        if step == "features":
            return self.ready("customers")
        return step in self._results or (self._shelf is not None and self._shelf.find(kind_of(step), self.key(step)) is not None)

    def waiting_for(self, step: str) -> list[str]:
        """The steps that still have to be worked out to get this one, in order."""
        if step in self._results or self.ready(step):
            return []
        found: list[str] = []
        for need in made_as(step)[0]:
            found += [name for name in self.waiting_for(need) if name not in found]
        return [*found, step]

    def compute(self, step: str, progress: Progress | None = None) -> Any:
        """Work this result out, with everything it needs, and give it.

        `progress(share, text)` hears how far the whole is. Raises a SegmentationError that says what is missing.
        """
        waiting = self.waiting_for(step)
        total = sum(made_as(name)[1] for name in waiting)
        done = 0.0
        for name in waiting:
            start, weight, title = done / total, made_as(name)[1] / total, _(made_as(name)[2])
            try:
                self._get(name, _slice(progress, start, weight, title))
            except SegmentationError as error:
                if not _can_do_without(name, step, error):
                    raise
            done += made_as(name)[1]
        if progress:
            progress(1.0, "")
        return self._get(step)

    def earlier_segmentation(self) -> "Segmentation | None":
        """The segments as they were when they got names; None when there are no such, or they cannot be made any more."""
        if self._earlier is None:
            return next((found for one in self._former if (found := one._kept("segmentation")) is not None), None)
        try:
            return self._earlier.segmentation
        except SegmentationError:
            return None

    def earlier_customers(self) -> "CustomerTable":
        """The customers as they were when the segments got names; those of now when that is not known, as after an upgrade."""
        return self.customers if self._earlier is None else self._earlier.customers

    def _kept(self, step: str) -> Any:
        """This result as it lies on the shelf, when it is there and can still be read."""
        folder = None if self._shelf is None else self._shelf.find(kind_of(step), self.key(step))
        try:
            return None if folder is None else kept_as(kind_of(step)).load(folder)
        except Exception:  # noqa: BLE001 - of an older version, whose files may be anything
            return None

    def _get(self, step: str, progress: Progress | None = None) -> Any:
        if step not in self._results:
            self._results[step] = self._from_shelf(step, progress)
        return self._results[step]

    def _from_shelf(self, step: str, progress: Progress | None) -> Any:
        if self._shelf is None or step == "features":
            return make(self, step, progress)
        keep = kept_as(kind_of(step))
        folder = self._shelf.find(kind_of(step), self.key(step))
        if folder is not None:
            try:
                return keep.load(folder)
            except Exception:  # noqa: BLE001 - damaged or of an older version: whatever it is, it can be made again
                shutil.rmtree(folder, ignore_errors=True)
        result = make(self, step, progress)
        self._shelf.put(kind_of(step), self.key(step), lambda fresh: keep.save(result, fresh))
        return result


def _can_do_without(name: str, step: str, error: SegmentationError) -> bool:
    """A persona can do without money; money without segments, where there are too few customers for any or nothing sets them apart."""
    if name == step or step not in ("economics", "personas"):
        return False
    return isinstance(error, TooLittleData) or (name, step) == ("economics", "personas") or name == "segmentation" and isinstance(error, MissingData)


def _slice(progress: Progress | None, start: float, weight: float, title: str) -> Progress | None:
    """Progress of one step as a part of the progress of the whole."""
    if progress is None:
        return None
    progress(start, title)
    return lambda share, text: progress(start + weight * min(max(share, 0.0), 1.0), text or title)
