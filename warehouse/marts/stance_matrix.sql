-- Actor by issue: each stance an actor is said to hold, by whom, and whether it is contested.
-- `actor` is NULL where it is not certain; `holder_as_printed` has the words of the text.
-- `self_rejection` is true only where the holder, or somebody who speaks for it, says that it rejects.
SELECT
    holders.name AS actor,
    positions.holder_text AS holder_as_printed,
    issues.label AS issue,
    positions.stance,
    positions.condition_text AS condition,
    positions.assertion_basis,
    CASE WHEN positions.statement_id IS NULL THEN 'narrator' ELSE coalesce(speakers.speaker, speakers.speaker_as_printed, 'unknown') END
        AS asserted_by,
    len(positions.contested_by) > 0 AS is_contested,
    contesters.names AS contested_by,
    positions.stance = 'rejects' AND positions.assertion_basis IN ('self', 'own_side') AS self_rejection,
    positions.as_of_date,
    positions.evidence,
    positions.position_id,
    issues.issue_id,
    positions.statement_id,
    positions.version_id,
    coalesce(versions.publisher, versions.credited_source) AS outlet,
    versions.path
FROM core.positions AS positions
JOIN marts.standing_versions AS versions USING (version_id)
LEFT JOIN core.actors AS holders ON holders.actor_id = positions.holder_actor_id
LEFT JOIN core.issues AS issues USING (article_issue_id)
LEFT JOIN marts.who_said_what AS speakers ON speakers.statement_id = positions.statement_id
LEFT JOIN (
    SELECT contested.position_id, string_agg(DISTINCT said.speaker, '; ' ORDER BY said.speaker) AS names
    FROM (SELECT position_id, unnest(contested_by) AS statement_id FROM core.positions) AS contested
    JOIN marts.who_said_what AS said USING (statement_id)
    GROUP BY contested.position_id
) AS contesters USING (position_id)
ORDER BY positions.as_of_date, positions.version_id, positions.start_char, holders.name, positions.position_id
