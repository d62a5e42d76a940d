-- On whom outlets rely: by outlet, month and institution, the share of statements whose source is named, anonymous, or the narrator.
-- The denominator is every statement of the outlet in the month from the institution, in texts that stand, each story once.
WITH told AS (
    SELECT
        coalesce(versions.publisher, versions.credited_source, 'unknown') AS outlet,
        date_trunc('month', statements.published_date)::DATE AS month,
        coalesce(speaks_for.organisation, 'none named') AS institution,
        statements.attribution_type
    FROM core.statements AS statements
    JOIN (
        SELECT * FROM marts.standing_versions
        QUALIFY row_number() OVER (PARTITION BY story_id, publisher, credited_source ORDER BY published_date, version_id) = 1
    ) AS versions USING (version_id)
    LEFT JOIN core.statement_speakers AS speakers ON speakers.statement_id = statements.statement_id AND speakers.speaker_no = 1
    LEFT JOIN marts.speaks_for AS speaks_for ON speaks_for.version_id = statements.version_id AND speaks_for.actor_id = speakers.actor_id
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
