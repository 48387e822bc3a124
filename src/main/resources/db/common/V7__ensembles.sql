alter table search_job add column ensemble boolean default true not null;
alter table search_job add column delivered varchar;
