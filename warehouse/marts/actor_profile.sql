-- Who an actor is: its names, the roles that texts give it with their days, what it said, and where positions are ascribed to it.
SELECT
    actors.name AS actor,
    actors.kind,
    actors.country,
    actors.sectors,
    actors.version_count AS texts,
    names.aliases,
    roles.roles,
    coalesce(said.statements, 0) AS statements,
    said.first_day,
    said.last_day,
    said.acts,
    held.positions,
    actors.wikidata_id,
    actors.actor_id
FROM core.actors AS actors
LEFT JOIN (
    SELECT actor_id, list(DISTINCT alias ORDER BY alias) AS aliases FROM core.actor_aliases GROUP BY actor_id
) AS names USING (actor_id)
LEFT JOIN (
    SELECT
        ties.actor_id,
        list({
            'role': ties.role_title, 'relation': ties.relation, 'organisation': organisations.name,
            'first_day': ties.first_day, 'last_day': ties.last_day
        } ORDER BY ties.first_day, ties.role_title, organisations.name) AS roles
    FROM (
        SELECT actor_id, role_title, relation, organisation_actor_id, min(published_date) AS first_day, max(published_date) AS last_day
        FROM core.affiliations GROUP BY actor_id, role_title, relation, organisation_actor_id
    ) AS ties
    LEFT JOIN core.actors AS organisations ON organisations.actor_id = ties.organisation_actor_id
    GROUP BY ties.actor_id
) AS roles USING (actor_id)
LEFT JOIN (
    SELECT speakers.actor_id, count(*) AS statements, min(statements.published_date) AS first_day, max(statements.published_date) AS last_day,
        histogram(statements.speech_act) AS acts
    FROM core.statement_speakers AS speakers
    JOIN core.statements AS statements USING (statement_id)
    JOIN marts.standing_versions AS versions ON versions.version_id = statements.version_id
    GROUP BY speakers.actor_id
) AS said USING (actor_id)
LEFT JOIN (
    SELECT
        actor_id,
        list({'stance': stance, 'issue': issue, 'basis': assertion_basis, 'day': as_of_date} ORDER BY as_of_date, issue, stance) AS positions
    FROM (
        SELECT positions.holder_actor_id AS actor_id, matrix.stance, matrix.issue, matrix.assertion_basis, matrix.as_of_date
        FROM marts.stance_matrix AS matrix JOIN core.positions AS positions USING (position_id)
    ) GROUP BY actor_id
) AS held USING (actor_id)
ORDER BY statements DESC, actors.version_count DESC, actors.name, actors.actor_id
