create table gift (
    number  nvarchar(50) collate Latin1_General_100_BIN2 not null primary key,
    donor   nvarchar(200) collate Latin1_General_100_BIN2 not null,
    pieces  bigint not null
);
