-- For whom each actor of a text speaks: the organisation that the text ties it to, or else the latest that any text ties a named actor
-- to; an organisation speaks for itself. Who is told of without one has no row.
WITH ties AS (
    SELECT version_id, published_date, start_char, actor_id, organisation_actor_id
    FROM core.affiliations
    WHERE organisation_actor_id IS NOT NULL AND relation <> 'former'
),
met AS (
    SELECT
        actors.version_id,
        actors.actor_id,
        coalesce(
            here.organisation_actor_id,
            CASE
                WHEN actors.kind NOT IN ('person', 'role', 'unnamed_source', 'document', 'unknown') THEN actors.actor_id
                WHEN actors.is_named THEN anywhere.organisation_actor_id
            END
        ) AS organisation_actor_id
    FROM core.article_actors AS actors
    LEFT JOIN (
        SELECT version_id, actor_id, min_by(organisation_actor_id, start_char) AS organisation_actor_id FROM ties GROUP BY ALL
    ) AS here ON here.version_id = actors.version_id AND here.actor_id = actors.actor_id
    LEFT JOIN (
        SELECT actor_id, max_by(organisation_actor_id, (published_date, version_id, -start_char)) AS organisation_actor_id
        FROM ties
        GROUP BY ALL
    ) AS anywhere ON anywhere.actor_id = actors.actor_id
)
SELECT actors.name AS actor, organisations.name AS organisation, met.version_id, met.actor_id, met.organisation_actor_id
FROM met
JOIN core.actors AS actors ON actors.actor_id = met.actor_id
JOIN core.actors AS organisations ON organisations.actor_id = met.organisation_actor_id
ORDER BY met.version_id, met.actor_id
