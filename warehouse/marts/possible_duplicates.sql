-- Names that may mean the same actor: suggestions for seeds/reference/actors.csv, never merged by themselves.
SELECT one.name, other.name AS other_name, suggestions.reason, one.version_count, other.version_count AS other_version_count,
    suggestions.actor_id, suggestions.other_actor_id
FROM core.actor_suggestions AS suggestions
JOIN core.actors AS one ON one.actor_id = suggestions.actor_id
JOIN core.actors AS other ON other.actor_id = suggestions.other_actor_id
ORDER BY one.version_count + other.version_count DESC, one.name, other.name
