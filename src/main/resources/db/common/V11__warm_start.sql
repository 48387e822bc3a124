-- What a job's table is like; not known of jobs from before.
alter table search_job add column meta_features varchar;
-- What a job took over from earlier ones when it was accepted.
alter table search_job add column warm_start varchar;
