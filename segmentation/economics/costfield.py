"""What is said about one cost assumption?"""

from dataclasses import dataclass

from segmentation.language import _

Triple = tuple[float, float, float]
Number = float | Triple


@dataclass(frozen=True)
class CostField:
    """One assumption. `unit` is money (euros), share (0–1) or minutes; `driver` is what causes the cost.

    `default` is what counts when nothing is said. `usual` is the figure of the trade with its range, to start from on the page: costs
    outside the seven that nearly every shop has are zero until somebody says otherwise, because a cost nobody named is not to be invented.
    """

    name: str
    group: str
    unit: str
    driver: str
    default: Number
    usual: Triple
    top: float
    text: str
    ask: str
    origin: str

    @property
    def label(self) -> str:
        return _(self.text)

    @property
    def sentence(self) -> str:
        """The assumption as a sentence with a gap `{value}`."""
        return _(self.ask)

    @property
    def source(self) -> str:
        return _(self.origin)

    @property
    def low(self) -> float:
        return self.usual[0]

    @property
    def high(self) -> float:
        return self.usual[2]
