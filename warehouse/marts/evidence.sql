-- The evidence of every fact row: where it stands, in which paragraph, and the rule that found it.
SELECT
    facts.table_name,
    facts.row_id,
    facts.published_date,
    versions.path,
    facts.rule,
    facts.evidence,
    facts.start_char,
    facts.end_char,
    facts.version_id
FROM (
    SELECT 'core.actor_mentions' AS table_name, mention_id AS row_id, version_id, published_date, start_char, end_char, evidence, rule FROM core.actor_mentions
    UNION ALL
    SELECT 'core.affiliations' AS table_name, affiliation_id AS row_id, version_id, published_date, start_char, end_char, evidence, rule FROM core.affiliations
    UNION ALL
    SELECT 'core.statements' AS table_name, statement_id AS row_id, version_id, published_date, start_char, end_char, evidence, rule FROM core.statements
    UNION ALL
    SELECT 'core.positions' AS table_name, position_id AS row_id, version_id, published_date, start_char, end_char, evidence, rule FROM core.positions
    UNION ALL
    SELECT 'core.casualty_figures' AS table_name, figure_id AS row_id, version_id, published_date, start_char, end_char, evidence, rule FROM core.casualty_figures
    UNION ALL
    SELECT 'core.claim_links' AS table_name, link_id AS row_id, version_id, published_date, start_char, end_char, evidence, rule FROM core.claim_links
) AS facts
JOIN core.article_versions AS versions USING (version_id)
