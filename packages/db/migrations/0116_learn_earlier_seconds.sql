-- The time of the attempts before the one that a run is in, which SCORM 2004 does not count in its total time.
alter table learn_runs add column earlier_seconds double precision not null default 0;
