-- what every model of the job must keep to, as JSON
alter table search_job add column constraints varchar default '{"monotone":{},"interactions":[]}' not null;
-- families of the search space that cannot, as a JSON list of names
alter table search_job add column families_left_out varchar default '[]' not null;
