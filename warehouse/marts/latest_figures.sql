-- The newest figure of each series (same measure, victims, place and event) and claimant: what is known today. A part (including
-- three children) is a series of its own.
-- `claimant` is NULL where the article itself tells it.
SELECT
    figures.measure,
    figures.value_reported,
    figures.value_low,
    figures.value_best,
    figures.value_high,
    figures.quantifier,
    figures.victim_text AS victims,
    figures.place_text AS place,
    figures.period_text AS period,
    figures.event_date,
    figures.period_start,
    figures.period_end,
    figures.measure_kind,
    figures.is_background,
    figures.count_basis,
    claimants.name AS claimant,
    figures.attribution_type,
    figures.perpetrator_text AS perpetrator,
    figures.published_date,
    figures.evidence,
    figures.figure_id,
    figures.series_key,
    figures.version_id,
    coalesce(versions.publisher, versions.credited_source) AS outlet,
    versions.path
FROM core.casualty_figures AS figures
JOIN marts.standing_versions AS versions USING (version_id)
LEFT JOIN core.actors AS claimants ON claimants.actor_id = figures.claimant_actor_id
QUALIFY row_number() OVER (
    PARTITION BY figures.series_key, figures.claimant_actor_id
    ORDER BY figures.published_date DESC, figures.version_id DESC, figures.number_start DESC, figures.figure_id DESC
) = 1
ORDER BY figures.published_date DESC, figures.measure, figures.value_best DESC NULLS LAST, figures.figure_id
