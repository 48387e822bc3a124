alter table search_job add column strategy varchar(32) default 'ENGINE' not null;
alter table search_job add column lag integer default 4 not null;
alter table search_job add column replay_of varchar(64) references search_job (id);
alter table search_job add column budget_patience double precision;

-- Numbers of earlier trials whose outcomes did not count when this one was decided on.
alter table trial add column unseen varchar default '' not null;
alter table trial add column requested boolean default false not null;
alter table trial add column cancelled_with_job boolean default false not null;
