create table recipe (
    dataset varchar(64) not null references dataset (id),
    number integer not null,
    repairs varchar not null,
    created_at timestamp(6) with time zone not null,
    primary key (dataset, number)
);

alter table dataset add column original varchar(64);
alter table dataset add column made_from varchar;

alter table search_job drop column folds;
alter table search_job add column recipe integer default 0 not null;
alter table search_job add column repairs varchar default '{"steps":[]}' not null;
alter table search_job add column validation varchar default '{"kind":"kfold","folds":5}' not null;
alter table search_job add column validation_reason varchar;
alter table search_job add column holdout double precision default 0 not null;
alter table search_job add column test_dataset varchar(64) references dataset (id);
alter table search_job add column holdout_rows integer;
alter table search_job add column holdout_score double precision;
