-- What is disputed, in the order a reader wants: each disputed claim, the oldest first, and under it who denies, contradicts or
-- corrects it, when, and in which words.
WITH links AS (
    SELECT link_id, relation, from_statement_id, to_statement_id, evidence AS basis, true AS same_text FROM core.claim_links
    UNION ALL
    SELECT link_id, relation, from_statement_id, to_statement_id, basis, false FROM core.cross_links
)
SELECT
    claim.published_date AS claimed_on,
    claim.speaker AS claimed_by,
    claim.content AS claim,
    links.relation,
    reply.published_date AS answered_on,
    reply.speaker AS answered_by,
    reply.content AS answer,
    reply.speech_act AS answer_act,
    links.same_text,
    links.basis,
    links.to_statement_id AS claim_statement_id,
    links.from_statement_id AS answer_statement_id,
    links.link_id
FROM links
JOIN marts.who_said_what AS claim ON claim.statement_id = links.to_statement_id
JOIN marts.who_said_what AS reply ON reply.statement_id = links.from_statement_id
WHERE links.relation IN ('denies', 'contradicts', 'corrects')
ORDER BY claim.published_date, claim.path, claim.statement_no, reply.published_date, reply.path, reply.statement_no
