-- Who claims which figure: one row a figure, in the texts that stand. `claimant` is NULL where the article itself tells it (`attribution_type`
-- is narrator) and where it is not certain who claims it; who speaks for an organisation claims for it. `is_superseded` marks what the same text
-- revises, `is_reprint` what another text of the same story has told that day already.
WITH dated AS (
    -- The events at each place whose day is told.
    SELECT DISTINCT series_place_key, series_date, series_key, event_key
    FROM core.casualty_figures
    WHERE series_place_key IS NOT NULL AND series_date IS NOT NULL AND NOT is_background
),

-- A toll that is told without its day goes on with the last event at its place, of the fortnight before.
going_on AS (
    SELECT undated.figure_id, dated.series_key, dated.event_key, dated.series_date
    FROM core.casualty_figures AS undated
    ASOF JOIN dated ON dated.series_place_key = undated.series_place_key AND undated.published_date >= dated.series_date
    WHERE undated.series_date IS NULL
        AND undated.period_start IS NULL
        AND NOT undated.is_background
        AND undated.published_date - dated.series_date <= 14
)

SELECT
    figures.published_date,
    figures.measure,
    figures.measure_kind,
    figures.value_reported,
    figures.value_low,
    figures.value_best,
    figures.value_high,
    figures.quantifier,
    figures.victim_text AS victims,
    figures.victim_group,
    figures.victim_status,
    figures.victim_subgroup,
    figures.perpetrator_text AS perpetrator,
    figures.place_text AS place,
    figures.country,
    figures.period_text AS period,
    figures.event_date,
    figures.period_start,
    figures.period_end,
    figures.is_background,
    claimants.name AS claimant,
    speaks_for.organisation AS claimant_organisation,
    figures.attribution_type,
    figures.count_basis,
    figures.hedge,
    figures.evidence,
    figures.number_start,
    revised.supersedes IS NOT NULL AS is_superseded,
    coalesce(going_on.series_key, figures.series_key) AS series_key,
    coalesce(going_on.event_key, figures.event_key) AS event_key,
    coalesce(going_on.series_date, figures.series_date) AS event_day,
    -- Police are the police of the place in every text; a doctor is somebody else in each.
    coalesce(regexp_replace(lower(speaks_for.organisation), '^the ', ''), figures.claimant_actor_id, 'narrator') AS claimant_key,
    row_number() OVER (
        PARTITION BY versions.story_id, coalesce(going_on.series_key, figures.series_key), claimant_key, figures.published_date, figures.value_reported
        ORDER BY figures.version_id, figures.number_start, figures.figure_id
    ) > 1 AS is_reprint,
    figures.figure_id,
    figures.version_id,
    coalesce(versions.publisher, versions.credited_source) AS outlet,
    versions.path
FROM core.casualty_figures AS figures
JOIN marts.standing_versions AS versions USING (version_id)
LEFT JOIN going_on USING (figure_id)
LEFT JOIN core.actors AS claimants ON claimants.actor_id = figures.claimant_actor_id
LEFT JOIN marts.speaks_for AS speaks_for
    ON speaks_for.version_id = figures.version_id AND speaks_for.actor_id = figures.claimant_actor_id
LEFT JOIN (SELECT DISTINCT supersedes FROM core.casualty_figures) AS revised ON revised.supersedes = figures.figure_id
ORDER BY figures.published_date, figures.version_id, figures.number_start, figures.figure_id
