-- The newest figure of each series (same measure, victims, place and event) and claimant: what is known today. A part (including
-- three children) is a series of its own. `event_key` is the same for all that is counted of one event: one place and day.
-- `claimant` is NULL where the article itself tells it (`attribution_type` is narrator) and where it is not certain who claims it. What its own
-- text revises is not the newest, nor is a vague word ("many") beside a number.
SELECT
    measure,
    value_reported,
    value_low,
    value_best,
    value_high,
    quantifier,
    victims,
    place,
    period,
    event_date,
    period_start,
    period_end,
    measure_kind,
    is_background,
    count_basis,
    claimant,
    claimant_organisation,
    attribution_type,
    perpetrator,
    published_date,
    evidence,
    figure_id,
    series_key,
    event_key,
    event_day,
    version_id,
    outlet,
    path
FROM marts.casualty_claims
QUALIFY row_number() OVER (
    PARTITION BY series_key, claimant_key
    ORDER BY
        published_date DESC, is_superseded, is_background, value_best IS NULL AND value_low IS NULL, version_id DESC, number_start DESC, figure_id DESC
) = 1
ORDER BY published_date DESC, measure, value_best DESC NULLS LAST, figure_id
