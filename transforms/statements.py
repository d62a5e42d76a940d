"""Statements and their speakers as rows."""

from transforms.text.reading import Reading
from transforms.text.statements.said import said_on
from transforms.version import Row, Version


def statements(version: Version) -> list[Row]:
    """Rows of `core.statements`."""
    rows = []
    for index, (statement, voice) in enumerate(zip(version.found.statements, version.found.cast.voices, strict=True)):
        day, precision = said_on(version.found.reading, statement) or (None, None)
        spans = [span for span in (statement.source, statement.cue, *statement.content) if span]
        evidence = (min(start for start, _ in spans), max(end for _, end in spans))
        rows.append(
            version.fact(evidence, statement.rule)
            | version.printed("source", statement.source)
            | version.printed("cue", statement.cue)
            | {
                "statement_id": version.statement_ids[index],
                "statement_no": index + 1,
                "content_text": " ... ".join(version.body[slice(*span)] for span in statement.content),
                "content_spans": [{"start_char": start, "end_char": end} for start, end in statement.content],
                "quotation_type": statement.quotation_type,
                "speech_act": statement.speech_act,
                "attribution_type": voice.attribution_type,
                "speaker_count": voice.speaker_count,
                "anonymity_reason": voice.anonymity_reason,
                "addressee_text": version.text(statement.addressee),
                "addressee_actor_id": version.actor(voice.addressee),
                "hedge": statement.hedge,
                "negated": statement.negated,
                "said_on": day,
                "said_on_precision": precision,
                "sentence_text": _sentences(version.found.reading, *evidence),
            }
        )
    return rows


def _sentences(reading: Reading, start: int, end: int) -> str:
    """The sentences that hold the characters from `start` to `end`, as printed."""
    first = reading.sentences[reading.sentence_of(reading.token_at(start))][0]
    stop = reading.sentences[reading.sentence_of(reading.token_at(end - 1))][1]
    return reading.surface(first, stop)


def statement_speakers(version: Version) -> list[Row]:
    """Rows of `core.statement_speakers`."""
    numbers: dict[int, int] = {}
    rows = []
    for speaker in version.found.cast.speakers:
        numbers[speaker.statement] = numbers.get(speaker.statement, 0) + 1
        rows.append(
            {
                "statement_id": version.statement_ids[speaker.statement],
                "speaker_no": numbers[speaker.statement],
                "actor_id": version.actor(speaker.actor),
                "mention_id": None if speaker.mention is None else version.mention_ids[speaker.mention],
                "resolution": speaker.method,
                "version_id": version.version_id,
                "published_date": version.published,
            }
        )
    return rows
