-- As the script for SQLite, which says what the columns mean.
create table generation (
    shown    bigint not null,
    filling  bigint not null
);

insert into generation (shown, filling) values (1, 0);

create table filling_position (
    source  nvarchar(100) collate Latin1_General_100_BIN2 not null primary key,
    seq     bigint not null,
    hash    varbinary(32) not null
);

create table filling_stall (
    source    nvarchar(100) collate Latin1_General_100_BIN2 not null primary key,
    seq       bigint not null,
    type      nvarchar(100) collate Latin1_General_100_BIN2 not null,
    body      nvarchar(max) collate Latin1_General_100_BIN2 not null,
    error     nvarchar(max) collate Latin1_General_100_BIN2 not null,
    attempts  bigint not null,
    since     nvarchar(33) collate Latin1_General_100_BIN2 not null
);
