-- All tables of the scripts for SQLite, which say what the columns mean. A code has room for its longest form, an instant for ISO 8601 with its offset.

create table event (
    seq          bigint not null primary key,
    stream       nvarchar(200) collate Latin1_General_100_BIN2 not null,
    version      bigint not null,
    type         nvarchar(100) collate Latin1_General_100_BIN2 not null,
    body         varbinary(max) not null,
    command_id   nvarchar(200) collate Latin1_General_100_BIN2 not null,
    recorded_at  nvarchar(33) collate Latin1_General_100_BIN2 not null,
    hash         varbinary(32) not null,
    actor        nvarchar(200) collate Latin1_General_100_BIN2 not null default ''
);

create unique index event_stream on event (stream, version);
create index event_of_actor on event (actor, seq);

create table log_head (
    seq   bigint not null,
    hash  varbinary(32) not null
);

insert into log_head (seq, hash) values (0, 0x0000000000000000000000000000000000000000000000000000000000000000);

create table command (
    caller       nvarchar(200) collate Latin1_General_100_BIN2 not null,
    id           nvarchar(100) collate Latin1_General_100_BIN2 not null,
    fingerprint  varbinary(32) not null,
    status       bigint not null,
    answer       nvarchar(max) collate Latin1_General_100_BIN2 not null,
    seq          bigint not null,
    recorded_at  nvarchar(33) collate Latin1_General_100_BIN2 not null,
    primary key (caller, id)
);

create table position (
    source  nvarchar(100) collate Latin1_General_100_BIN2 not null primary key,
    seq     bigint not null,
    hash    varbinary(32) not null
);

create table stall (
    source    nvarchar(100) collate Latin1_General_100_BIN2 not null primary key,
    seq       bigint not null,
    type      nvarchar(100) collate Latin1_General_100_BIN2 not null,
    body      nvarchar(max) collate Latin1_General_100_BIN2 not null,
    error     nvarchar(max) collate Latin1_General_100_BIN2 not null,
    attempts  bigint not null,
    since     nvarchar(33) collate Latin1_General_100_BIN2 not null
);
