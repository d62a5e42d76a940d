-- Every table, view and column of this database with its type and meaning.
SELECT columns.schema_name AS schema, columns.table_name AS "table", columns.column_name AS "column", columns.data_type AS type,
    columns.is_nullable, columns.comment AS description, coalesce(tables.comment, views.comment) AS table_description
FROM duckdb_columns() AS columns
LEFT JOIN duckdb_tables() AS tables ON tables.table_oid = columns.table_oid AND tables.database_oid = columns.database_oid
LEFT JOIN duckdb_views() AS views ON views.view_oid = columns.table_oid AND views.database_oid = columns.database_oid
WHERE NOT columns.internal AND columns.database_name = current_database()
ORDER BY columns.schema_name, columns.table_name, columns.column_index
