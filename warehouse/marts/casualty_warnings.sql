-- Figures to look at: a toll that falls (which can be right: counts are revised), one that leaps, one whose digits look swapped, or one that
-- rose by less than the same claimant says was new since the day before. Nothing here is rejected.
WITH told AS (
    SELECT
        series.*,
        (
            SELECT max(daily.value_best)
            FROM marts.casualty_claims AS daily
            WHERE daily.measure_kind = 'period_new' AND daily.measure = series.measure AND daily.claimant_key = series.claimant_key
                AND daily.version_id = series.version_id AND daily.period_end - daily.period_start <= 1
        ) AS new_since
    FROM marts.casualty_series AS series
)
SELECT
    known_on,
    measure,
    victims,
    place,
    claimant,
    previous_best,
    value_best,
    new_since,
    CASE
        WHEN length(value_best::VARCHAR) = length(previous_best::VARCHAR)
            AND list_sort(string_split(value_best::VARCHAR, '')) = list_sort(string_split(previous_best::VARCHAR, ''))
            THEN 'digits_swapped'
        WHEN measure_kind = 'cumulative' AND value_best < previous_best THEN 'cumulative_falls'
        WHEN value_best < previous_best THEN 'falls'
        WHEN previous_best >= 5 AND value_best > 10 * previous_best THEN 'leaps'
        WHEN measure_kind = 'cumulative' AND known_on - previous_known_on = 1 AND change < new_since THEN 'rises_by_less_than_is_new'
    END AS warning,
    evidence,
    figure_id,
    previous_figure_id,
    series_key
FROM told
WHERE warning IS NOT NULL AND value_best <> previous_best
ORDER BY known_on, series_key, figure_id
