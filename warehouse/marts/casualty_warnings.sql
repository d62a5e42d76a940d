-- Figures to look at: a toll that falls (which can be right: counts are revised), one that leaps, or one whose digits look swapped.
-- Nothing here is rejected.
SELECT
    known_on,
    measure,
    victims,
    place,
    claimant,
    previous_best,
    value_best,
    CASE
        WHEN length(value_best::VARCHAR) = length(previous_best::VARCHAR)
            AND list_sort(string_split(value_best::VARCHAR, '')) = list_sort(string_split(previous_best::VARCHAR, ''))
            THEN 'digits_swapped'
        WHEN measure_kind = 'cumulative' AND value_best < previous_best THEN 'cumulative_falls'
        WHEN value_best < previous_best THEN 'falls'
        WHEN previous_best >= 5 AND value_best > 10 * previous_best THEN 'leaps'
    END AS warning,
    evidence,
    figure_id,
    previous_figure_id,
    series_key
FROM marts.casualty_series
WHERE warning IS NOT NULL AND value_best <> previous_best
ORDER BY known_on, series_key, figure_id
