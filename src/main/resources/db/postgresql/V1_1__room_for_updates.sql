-- A trial is written three times (queued, running, ended): room in its page keeps the updates out of the indexes.
alter table trial set (fillfactor = 70);
