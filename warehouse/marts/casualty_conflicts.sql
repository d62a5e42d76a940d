-- Figures of one series and day on which claimants differ: who says what.
SELECT
    one.published_date,
    one.measure,
    one.victim_group AS victims,
    one.place_text AS place,
    coalesce(claimant.name, 'narrator') AS claimant,
    one.value_reported AS claimed,
    coalesce(other_claimant.name, 'narrator') AS other_claimant,
    other.value_reported AS other_claimed,
    one.figure_id,
    other.figure_id AS other_figure_id,
    one.series_key,
    versions.path,
    other_versions.path AS other_path
FROM core.casualty_figures AS one
JOIN core.casualty_figures AS other
    ON other.series_key = one.series_key AND other.published_date = one.published_date AND one.figure_id < other.figure_id
JOIN marts.standing_versions AS versions ON versions.version_id = one.version_id
JOIN marts.standing_versions AS other_versions ON other_versions.version_id = other.version_id
LEFT JOIN core.actors AS claimant ON claimant.actor_id = one.claimant_actor_id
LEFT JOIN core.actors AS other_claimant ON other_claimant.actor_id = other.claimant_actor_id
WHERE one.claimant_actor_id IS DISTINCT FROM other.claimant_actor_id
    AND (one.value_best IS DISTINCT FROM other.value_best OR one.value_low IS DISTINCT FROM other.value_low)
    AND NOT (coalesce(one.value_low, 0) <= coalesce(other.value_high, 9e18) AND coalesce(other.value_low, 0) <= coalesce(one.value_high, 9e18))
ORDER BY one.published_date, one.series_key, one.figure_id, other.figure_id
