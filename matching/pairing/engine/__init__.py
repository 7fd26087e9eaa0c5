"""The engine: people of a scheme in columns, who may be paired, who may suit, and the best plan for all (S12).

`columns` reads the database; everything else here is pure: `people` the columns, `exclusions` who may not be paired,
`scores` who may suit, `assign` and `plan` the best plan, `what_if` and `why_nobody` what would change it, `given` the
same solver on a file.
"""
