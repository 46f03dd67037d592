"""Statistical indicators: one standard name for all the ways in which reports name the same statistic."""
