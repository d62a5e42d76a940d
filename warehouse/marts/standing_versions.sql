-- The texts that stand for their articles: today's text, or the last one of an article whose file is gone. Superseded texts are left out.
SELECT * FROM core.article_versions WHERE pub_status <> 'superseded'
