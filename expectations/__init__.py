"""What must be true of a load: a structural suite derived for every table, a domain suite for each, and the audit that applies them.

The only home of Great Expectations. Belongs here: what is checked, how grave it is, and what a failure does to a row or table. Does not
belong here: mending rows, files, databases, the clock.

- `expectation`: what an expectation is, and the ways to declare one;
- `structure`: the expectations that follow from a table's declaration;
- one module a table, named as the table: `EXPECTATIONS`, its domain suite;
- `audit`: applies both to the rows that are being loaded;
- `data_docs`: the results as pages.
"""
