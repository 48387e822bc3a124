-- what a delivered model may cost, as JSON; the families that were asked for, as a JSON list of names
alter table search_job add column limits varchar default '{"most":{}}' not null;
alter table search_job add column families varchar;

-- not known of trials that ended before it was measured
alter table trial add column predict_micros_one_row double precision;
alter table trial add column train_peak_bytes bigint;
-- names of the limits that the trial's model misses, and how many
alter table trial add column missed_limits varchar default '' not null;
alter table trial add column limits_missed integer default 0 not null;
alter table trial add column pareto_optimal boolean default false not null;

-- the leaderboard: trials within the limits first
drop index trial_by_loss;
create index trial_by_rank on trial (job, limits_missed, loss, number);
create index trial_by_front on trial (job, pareto_optimal);
