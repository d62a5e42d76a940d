-- What was known when: each series of figures (one measure, one group of victims, one place or event) and claimant, by day,
-- with the figure before it. Reprints of one story count once.
SELECT
    figures.series_key,
    figures.measure,
    figures.measure_kind,
    figures.victim_group AS victims,
    figures.place_text AS place,
    claimants.name AS claimant,
    figures.published_date AS known_on,
    figures.value_reported,
    figures.value_low,
    figures.value_best,
    figures.value_high,
    figures.quantifier,
    figures.count_basis,
    lag(figures.value_best) OVER series AS previous_best,
    figures.value_best - lag(figures.value_best) OVER series AS change,
    lag(figures.figure_id) OVER series AS previous_figure_id,
    figures.is_background,
    figures.evidence,
    figures.figure_id,
    figures.version_id
FROM core.casualty_figures AS figures
JOIN marts.standing_versions AS versions USING (version_id)
LEFT JOIN core.actors AS claimants ON claimants.actor_id = figures.claimant_actor_id
QUALIFY row_number() OVER (
    PARTITION BY figures.series_key, figures.claimant_actor_id, versions.story_id, figures.published_date, figures.value_reported
    ORDER BY figures.version_id, figures.start_char
) = 1
WINDOW series AS (
    PARTITION BY figures.series_key, figures.claimant_actor_id ORDER BY figures.published_date, figures.version_id, figures.start_char
)
ORDER BY figures.series_key, claimant, known_on, figures.version_id, figures.start_char
