-- On whom outlets rely: by outlet, month and institution, the share of statements whose source is named, anonymous, or the narrator.
-- The denominator is every statement of the outlet in the month from the institution, in texts that stand, each story once.
WITH told AS (
    SELECT
        coalesce(versions.publisher, versions.credited_source, 'unknown') AS outlet,
        date_trunc('month', statements.published_date)::DATE AS month,
        coalesce(organisations.name, speakers_of.name, elsewhere.name, 'none named') AS institution,
        statements.attribution_type
    FROM core.statements AS statements
    JOIN (
        SELECT * FROM marts.standing_versions
        QUALIFY row_number() OVER (PARTITION BY story_id, publisher, credited_source ORDER BY published_date, version_id) = 1
    ) AS versions USING (version_id)
    LEFT JOIN core.statement_speakers AS speakers ON speakers.statement_id = statements.statement_id AND speakers.speaker_no = 1
    LEFT JOIN (
        SELECT version_id, actor_id, min_by(organisation_actor_id, start_char) AS organisation_actor_id
        FROM core.affiliations WHERE organisation_actor_id IS NOT NULL
        GROUP BY version_id, actor_id
    ) AS ties ON ties.version_id = statements.version_id AND ties.actor_id = speakers.actor_id
    LEFT JOIN core.actors AS organisations ON organisations.actor_id = ties.organisation_actor_id
    LEFT JOIN (
        -- An article may leave out whom somebody speaks for that another has told of: the latest that is told of a name counts.
        SELECT ties.actor_id, max_by(named.name, (ties.published_date, ties.version_id, -ties.start_char)) AS name
        FROM core.affiliations AS ties
        JOIN core.actors AS named ON named.actor_id = ties.organisation_actor_id
        JOIN core.actors AS people ON people.actor_id = ties.actor_id AND people.is_named
        GROUP BY ties.actor_id
    ) AS elsewhere ON elsewhere.actor_id = speakers.actor_id
    LEFT JOIN core.actors AS speakers_of
        ON speakers_of.actor_id = speakers.actor_id AND speakers_of.is_named AND speakers_of.kind NOT IN ('person', 'role')
)
SELECT
    outlet,
    month,
    institution,
    count(*) AS statements,
    round(count(*) FILTER (attribution_type LIKE 'named%') / count(*), 3) AS share_named,
    round(count(*) FILTER (attribution_type LIKE 'anonymous%') / count(*), 3) AS share_anonymous,
    round(count(*) FILTER (attribution_type = 'narrator') / count(*), 3) AS share_narrator,
    round(count(*) FILTER (attribution_type IN ('official_statement', 'document', 'role_only', 'media_report', 'unknown')) / count(*), 3)
        AS share_other
FROM told
GROUP BY outlet, month, institution
ORDER BY outlet, month, statements DESC, institution
