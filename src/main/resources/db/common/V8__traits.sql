alter table search_job add column traits varchar;
