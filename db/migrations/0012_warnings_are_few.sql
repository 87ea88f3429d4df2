-- A municipality has some thousand warnings, in a few dozen pages: the planner reads them through sooner than it goes by this index.
drop index citizens.warning_lately;
