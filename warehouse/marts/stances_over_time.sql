-- How the stances of each side went on from day to day, for each family of issues (truce, deal, proposal, or the noun that heads the issue).
-- `previous_stance` is the last one of an earlier day on an issue of the same family; `is_same_issue` says whether the texts show that both
-- are on one issue: where it is false, it may be another truce. Denied reports and silences are no stances; reprints count once.
WITH held AS (
    SELECT
        coalesce(speaks_for.organisation, matrix.actor) AS side,
        matrix.actor,
        issues.family,
        matrix.as_of_date,
        matrix.stance,
        positions.issue_text AS issue,
        matrix.condition,
        matrix.assertion_basis,
        matrix.asserted_by,
        matrix.is_contested,
        matrix.contested_by,
        matrix.evidence,
        positions.start_char,
        matrix.issue_id,
        matrix.position_id,
        matrix.version_id,
        matrix.outlet,
        matrix.path
    FROM marts.stance_matrix AS matrix
    JOIN core.positions AS positions USING (position_id)
    JOIN core.article_issues AS issues USING (article_issue_id)
    JOIN marts.standing_versions AS versions ON versions.version_id = matrix.version_id
    LEFT JOIN marts.speaks_for AS speaks_for
        ON speaks_for.version_id = positions.version_id AND speaks_for.actor_id = positions.holder_actor_id
    WHERE matrix.actor IS NOT NULL AND matrix.stance NOT IN ('denies_report', 'no_comment')
    QUALIFY row_number() OVER (
        PARTITION BY versions.story_id, positions.holder_actor_id, matrix.stance, positions.issue_text, matrix.as_of_date
        ORDER BY matrix.version_id, positions.start_char, matrix.position_id
    ) = 1
),

days AS (
    -- The last stance of each day is the one that the next day's follow.
    SELECT side, family, as_of_date, stance, issue_id
    FROM held
    QUALIFY row_number() OVER (PARTITION BY side, family, as_of_date ORDER BY version_id DESC, start_char DESC, position_id DESC) = 1
)

SELECT
    held.side,
    held.actor,
    held.family,
    held.as_of_date,
    held.stance,
    held.issue,
    held.condition,
    held.assertion_basis,
    held.asserted_by,
    before.stance AS previous_stance,
    before.as_of_date AS previous_as_of_date,
    before.issue_id = held.issue_id AS is_same_issue,
    held.is_contested,
    held.contested_by,
    held.evidence,
    held.issue_id,
    held.position_id,
    held.version_id,
    held.outlet,
    held.path
FROM held
ASOF LEFT JOIN days AS before ON before.side = held.side AND before.family = held.family AND before.as_of_date < held.as_of_date
ORDER BY held.side, held.family, held.as_of_date, held.version_id, held.position_id
