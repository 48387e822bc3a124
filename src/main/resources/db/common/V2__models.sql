create table model_version (
    name varchar(100) not null,
    version integer not null,
    job varchar(64) not null,
    trial integer not null,
    dataset varchar(64) not null,
    target varchar not null,
    family varchar(64) not null,
    metric varchar(32) not null,
    score double precision not null,
    model_bytes bigint not null,
    created_at timestamp(6) with time zone not null,
    primary key (name, version)
);
create index model_version_by_job on model_version (job);
create index model_version_by_age on model_version (created_at, name, version);
