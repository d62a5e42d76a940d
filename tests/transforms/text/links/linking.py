"""The links of a text as tests name them."""

from functools import cache

from transforms.extraction import extract


@cache
def linked(text: str) -> list[tuple[str, str, str]]:
    """(relation, words of the source statement, words of the target statement)"""
    found = extract(text)

    def words(index: int) -> str:
        return " ... ".join(text[slice(*piece)] for piece in found.statements[index].content)

    return [(link.relation, words(link.source), words(link.target)) for link in found.links]
