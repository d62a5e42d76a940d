"""What was read from one text, as the JSON record of `onrecord extract --jsonl`. Offsets count code points of the text as stored."""

from collections.abc import Sequence
from typing import Any

from transforms.extraction import Extraction
from transforms.text.statements.statement import Span

Record = dict[str, Any]


def record(identity: str, found: Extraction, offset: int) -> Record:
    """The record of the article `identity`, whose body begins at `offset` of its text."""
    cast, text = found.cast, found.reading.text

    def pair(span: Span | None) -> list[int] | None:
        return None if span is None else [span[0] + offset, span[1] + offset]

    def place(span: Span | None) -> Record | None:
        return None if span is None else {"start": span[0] + offset, "end": span[1] + offset, "text": text[slice(*span)]}

    speakers: dict[int, list[str]] = {}
    for speaker in cast.speakers:
        if speaker.actor is not None:
            speakers.setdefault(speaker.statement, []).append(cast.actors[speaker.actor].name)

    return {
        "id": identity,
        "statements": [
            {
                "source": pair(statement.source),
                "cue": pair(statement.cue),
                "content": [pair(span) for span in statement.content],
                "quotation_type": statement.quotation_type,
                "speech_act": statement.speech_act,
                "attribution_type": voice.attribution_type,
                "speaker": "; ".join(speakers[index]) if index in speakers else None,
                "speaker_text": None if statement.source is None else text[slice(*statement.source)],
            }
            for index, (statement, voice) in enumerate(zip(found.statements, cast.voices, strict=True))
        ],
        "figures": [
            {
                "measure": figure.measure,
                "low": figure.value_low,
                "best": figure.value_best,
                "high": figure.value_high,
                "quantifier": figure.quantifier,
                "start": figure.number[0] + offset,
                "end": figure.number[1] + offset,
                "subset": figure.subset_of is not None or figure.measure_kind == "subset",
                "background": figure.background,
                "victim": place(figure.victim),
                "location": place(figure.place),
                "period": place(figure.period),
                "claimant": place(None if figure.statement is None else found.statements[figure.statement].source),
                "perpetrator": place(figure.perpetrator),
            }
            for figure in found.figures
        ],
        "totals": {measure: {"low": total.low, "best": total.best, "high": total.high} for measure, total in found.totals.items()},
        "positions": [
            {
                "holder": None if position.holder is None else cast.actors[position.holder].name,
                "holder_text": pair(position.holder_text),
                "stance": position.stance,
                "issue": pair(position.issue),
                "assertion_basis": position.assertion_basis,
                "statement": position.statement,
            }
            for position in found.positions
        ],
        "links": [{"relation": link.relation, "from": link.source, "to": link.target} for link in found.links],
        "actors": _named(found),
    }


def _named(found: Extraction) -> Sequence[Record]:
    return [{"name": actor.name, "kind": actor.kind} for actor in found.cast.actors]
