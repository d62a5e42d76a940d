-- Figures of one series and day on which claimants differ: who says what.
SELECT
    one.published_date,
    one.measure,
    one.victim_group AS victims,
    one.place,
    coalesce(one.claimant, 'narrator') AS claimant,
    one.value_reported AS claimed,
    coalesce(other.claimant, 'narrator') AS other_claimant,
    other.value_reported AS other_claimed,
    one.figure_id,
    other.figure_id AS other_figure_id,
    one.series_key,
    one.path,
    other.path AS other_path
FROM marts.casualty_claims AS one
JOIN marts.casualty_claims AS other
    ON other.series_key = one.series_key AND other.published_date = one.published_date AND one.figure_id < other.figure_id
WHERE one.claimant_key <> other.claimant_key
    AND (one.value_best IS DISTINCT FROM other.value_best OR one.value_low IS DISTINCT FROM other.value_low)
    AND NOT (coalesce(one.value_low, 0) <= coalesce(other.value_high, 9e18) AND coalesce(other.value_low, 0) <= coalesce(one.value_high, 9e18))
ORDER BY one.published_date, one.series_key, one.figure_id, other.figure_id
