-- All tables of the scripts for SQLite, which say what the columns mean. A code has room for its longest form, an instant for ISO 8601 with its offset.

create table donation (
    number         nvarchar(30) collate Latin1_General_100_BIN2 not null primary key,
    donor          nvarchar(200) collate Latin1_General_100_BIN2 not null,
    pledged_on     nvarchar(10) collate Latin1_General_100_BIN2 not null,
    state          nvarchar(20) collate Latin1_General_100_BIN2 not null,
    registered_by  nvarchar(200) collate Latin1_General_100_BIN2 not null,
    registered_at  nvarchar(33) collate Latin1_General_100_BIN2 not null
);

create table donation_line (
    donation  nvarchar(30) collate Latin1_General_100_BIN2 not null,
    line      bigint not null,
    product   nvarchar(32) collate Latin1_General_100_BIN2 not null,
    gtin      nvarchar(14) collate Latin1_General_100_BIN2 null,
    pieces    bigint not null,
    primary key (donation, line)
);

create table packing_list (
    donation     nvarchar(30) collate Latin1_General_100_BIN2 not null,
    file_hash    nvarchar(64) collate Latin1_General_100_BIN2 not null,
    file_name    nvarchar(max) collate Latin1_General_100_BIN2 null,
    encoding     nvarchar(20) collate Latin1_General_100_BIN2 not null,
    cartons      bigint not null,
    pieces       bigint not null,
    attached_at  nvarchar(33) collate Latin1_General_100_BIN2 not null,
    primary key (donation, file_hash)
);

create table carton (
    id           nvarchar(60) collate Latin1_General_100_BIN2 not null primary key,
    donation     nvarchar(30) collate Latin1_General_100_BIN2 not null,
    sender_code  nvarchar(30) collate Latin1_General_100_BIN2 null,
    released     bigint not null
);

create index carton_of_donation on carton (donation, id);

create table carton_goods (
    carton  nvarchar(60) collate Latin1_General_100_BIN2 not null,
    line    bigint not null,
    size    nvarchar(30) collate Latin1_General_100_BIN2 not null,
    lot     nvarchar(20) collate Latin1_General_100_BIN2 not null,
    expiry  nvarchar(10) collate Latin1_General_100_BIN2 null,
    pieces  bigint not null,
    primary key (carton, line, size, lot)
);

create table balance (
    donation  nvarchar(30) collate Latin1_General_100_BIN2 not null,
    line      bigint not null,
    account   nvarchar(40) collate Latin1_General_100_BIN2 not null,
    pieces    bigint not null,
    primary key (donation, line, account)
);
