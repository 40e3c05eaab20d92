"""Search held against what residents type: the queries, the sections they must land on, the measurements."""
