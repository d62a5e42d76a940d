-- What was known when: each series of figures (one measure, one group of victims, one place or event) and claimant, by day,
-- with the figure before it. Reprints of one story count once.
WITH told AS (
    SELECT figures.*, claimants.name AS claimant, coalesce(versions.publisher, versions.credited_source) AS outlet, versions.path
    FROM core.casualty_figures AS figures
    JOIN marts.standing_versions AS versions USING (version_id)
    LEFT JOIN core.actors AS claimants ON claimants.actor_id = figures.claimant_actor_id
    QUALIFY row_number() OVER (
        PARTITION BY figures.series_key, figures.claimant_actor_id, versions.story_id, figures.published_date, figures.value_reported
        ORDER BY figures.version_id, figures.number_start, figures.figure_id
    ) = 1
)
SELECT
    series_key,
    measure,
    measure_kind,
    victim_group AS victims,
    place_text AS place,
    claimant,
    published_date AS known_on,
    value_reported,
    value_low,
    value_best,
    value_high,
    quantifier,
    count_basis,
    lag(value_best) OVER series AS previous_best,
    value_best - lag(value_best) OVER series AS change,
    lag(figure_id) OVER series AS previous_figure_id,
    is_background,
    evidence,
    figure_id,
    version_id,
    outlet,
    path
FROM told
WINDOW series AS (PARTITION BY series_key, claimant_actor_id ORDER BY published_date, version_id, number_start, figure_id)
ORDER BY series_key, claimant, known_on, version_id, number_start, figure_id
