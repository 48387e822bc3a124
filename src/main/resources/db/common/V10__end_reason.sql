-- Why the search stopped, beside the state that tells whether there is a model.
alter table search_job add column end_reason varchar(32);
