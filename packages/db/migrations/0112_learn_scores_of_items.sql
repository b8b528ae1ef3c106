-- An activity's score is the mean of the best ones of its items, so that a later visit takes none back.
alter table learn_runs add column best_score_pct double precision;
update learn_runs set best_score_pct = score_pct;
