-- What a user picked to be delivered instead of what the search chose, as JSON.
alter table search_job add column picked varchar;
