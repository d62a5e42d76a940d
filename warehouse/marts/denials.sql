-- Who denies what: the denial, and the claim that it denies, in one text or across texts.
WITH links AS (
    SELECT relation, from_statement_id, to_statement_id, evidence AS basis, link_id FROM core.claim_links
    UNION ALL
    SELECT relation, from_statement_id, to_statement_id, basis, link_id FROM core.cross_links
)
SELECT
    denial.published_date,
    denial.speaker AS denied_by,
    links.relation,
    denied.speaker AS denied_speaker,
    denied.content AS denied_content,
    denial.content AS denial,
    links.basis,
    denied.published_date AS denied_published_date,
    links.from_statement_id,
    links.to_statement_id,
    links.link_id
FROM links
JOIN marts.who_said_what AS denial ON denial.statement_id = links.from_statement_id
JOIN marts.who_said_what AS denied ON denied.statement_id = links.to_statement_id
WHERE links.relation = 'denies'
ORDER BY denial.published_date, denial.path, denial.statement_no, denied.statement_no
