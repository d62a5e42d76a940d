"""Right, wrong and missed: what the scorers of golden sets count."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Score:
    """Right, wrong and missed rows of one kind, with a line for each error."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of rows found that are right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of expected rows that were found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0
