-- What was known when: each series of figures (one measure, one group of victims, one place or event) by claimant and day, with the
-- figure before it; of one text what it revises comes first. Reprints of one story count once.
SELECT
    series_key,
    measure,
    measure_kind,
    victim_group AS victims,
    place,
    claimant,
    claimant_organisation,
    published_date AS known_on,
    value_reported,
    value_low,
    value_best,
    value_high,
    quantifier,
    count_basis,
    lag(value_best) OVER series AS previous_best,
    value_best - lag(value_best) OVER series AS change,
    lag(published_date) OVER series AS previous_known_on,
    lag(figure_id) OVER series AS previous_figure_id,
    is_background,
    evidence,
    claimant_key,
    figure_id,
    version_id,
    outlet,
    path
FROM marts.casualty_claims
WHERE NOT is_reprint
WINDOW series AS (PARTITION BY series_key, claimant_key ORDER BY published_date, version_id, NOT is_superseded, NOT is_background, number_start, figure_id)
ORDER BY series_key, claimant_key, known_on, version_id, NOT is_superseded, NOT is_background, number_start, figure_id
