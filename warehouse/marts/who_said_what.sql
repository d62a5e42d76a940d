-- Who said what: one row a statement, speakers joined by '; ', in the order of day, article and text.
-- `speaker` is NULL where it is not certain; `resolution` then says why.
SELECT
    statements.published_date,
    coalesce(versions.publisher, versions.credited_source) AS outlet,
    speakers.speaker,
    statements.source_text AS speaker_as_printed,
    statements.attribution_type,
    statements.speaker_count,
    statements.speech_act,
    statements.negated,
    statements.quotation_type,
    statements.content_text AS content,
    addressees.name AS addressee,
    statements.hedge,
    speakers.resolution,
    statements.evidence,
    statements.statement_no,
    statements.statement_id,
    statements.version_id,
    versions.article_id,
    versions.path
FROM core.statements AS statements
JOIN marts.standing_versions AS versions USING (version_id)
LEFT JOIN core.actors AS addressees ON addressees.actor_id = statements.addressee_actor_id
LEFT JOIN (
    SELECT
        s.statement_id,
        string_agg(a.name, '; ' ORDER BY s.speaker_no) AS speaker,
        string_agg(s.resolution, '; ' ORDER BY s.speaker_no) AS resolution
    FROM core.statement_speakers AS s
    LEFT JOIN core.actors AS a USING (actor_id)
    GROUP BY s.statement_id
) AS speakers USING (statement_id)
ORDER BY statements.published_date, versions.path, statements.version_id, statements.statement_no
