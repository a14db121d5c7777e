-- All tables of the scripts for SQLite, which say what the columns mean. A code has room for its longest form, an instant for ISO 8601 with its offset.

create table carton (
    id           nvarchar(60) collate Latin1_General_100_BIN2 not null primary key,
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    product      nvarchar(32) collate Latin1_General_100_BIN2 not null,
    size         nvarchar(30) collate Latin1_General_100_BIN2 not null,
    lots         nvarchar(max) collate Latin1_General_100_BIN2 not null,
    pieces       bigint not null,
    last_day     nvarchar(10) collate Latin1_General_100_BIN2 not null,
    state        nvarchar(20) collate Latin1_General_100_BIN2 not null,
    recipient    nvarchar(12) collate Latin1_General_100_BIN2 not null,
    plan_number  nvarchar(30) collate Latin1_General_100_BIN2 not null,
    parcel       nvarchar(40) collate Latin1_General_100_BIN2 not null,
    received_at  nvarchar(33) collate Latin1_General_100_BIN2 null
);

create index carton_of_stock on carton (state, product, size, pieces, last_day, id);
create index carton_of_parcel on carton (parcel, id);
create index carton_of_recipient on carton (state, recipient, id);

create table carton_goods (
    carton    nvarchar(60) collate Latin1_General_100_BIN2 not null,
    donation  nvarchar(30) collate Latin1_General_100_BIN2 not null,
    line      bigint not null,
    product   nvarchar(32) collate Latin1_General_100_BIN2 not null,
    size      nvarchar(30) collate Latin1_General_100_BIN2 not null,
    lot       nvarchar(20) collate Latin1_General_100_BIN2 not null,
    expiry    nvarchar(10) collate Latin1_General_100_BIN2 null,
    pieces    bigint not null,
    primary key (carton, donation, line, size, lot)
);

create table indicator (
    name         nvarchar(50) collate Latin1_General_100_BIN2 not null primary key,
    year         bigint not null,
    source       nvarchar(500) collate Latin1_General_100_BIN2 not null,
    uploaded_by  nvarchar(200) collate Latin1_General_100_BIN2 not null,
    uploaded_at  nvarchar(33) collate Latin1_General_100_BIN2 not null
);

create table indicator_value (
    name       nvarchar(50) collate Latin1_General_100_BIN2 not null,
    recipient  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    value      bigint not null,
    primary key (name, recipient)
);

create table allocation_plan (
    number          nvarchar(30) collate Latin1_General_100_BIN2 not null primary key,
    product         nvarchar(32) collate Latin1_General_100_BIN2 not null,
    size            nvarchar(30) collate Latin1_General_100_BIN2 not null,
    tranche         bigint not null,
    state           nvarchar(20) collate Latin1_General_100_BIN2 not null,
    content         nvarchar(max) collate Latin1_General_100_BIN2 not null,
    drafted_by      nvarchar(200) collate Latin1_General_100_BIN2 not null,
    drafted_at      nvarchar(33) collate Latin1_General_100_BIN2 not null,
    approved_by     nvarchar(200) collate Latin1_General_100_BIN2 null,
    approved_at     nvarchar(33) collate Latin1_General_100_BIN2 null,
    published_by    nvarchar(200) collate Latin1_General_100_BIN2 null,
    published_at    nvarchar(33) collate Latin1_General_100_BIN2 null,
    discard_reason  nvarchar(max) collate Latin1_General_100_BIN2 null
);

create table allocation_plan_line (
    plan_number  nvarchar(30) collate Latin1_General_100_BIN2 not null,
    recipient    nvarchar(12) collate Latin1_General_100_BIN2 not null,
    cartons      bigint not null,
    pieces       bigint not null,
    primary key (plan_number, recipient)
);

create table parcel (
    number         nvarchar(40) collate Latin1_General_100_BIN2 not null primary key,
    recipient      nvarchar(12) collate Latin1_General_100_BIN2 not null,
    carrier        nvarchar(100) collate Latin1_General_100_BIN2 not null,
    waybill        nvarchar(80) collate Latin1_General_100_BIN2 null,
    dispatched_at  nvarchar(33) collate Latin1_General_100_BIN2 not null,
    dispatched_by  nvarchar(200) collate Latin1_General_100_BIN2 not null,
    expected_on    nvarchar(10) collate Latin1_General_100_BIN2 not null,
    cartons        bigint not null,
    pieces         bigint not null,
    outstanding    bigint not null
);

create index parcel_of_recipient on parcel (recipient, number);

create table parcel_plan (
    parcel       nvarchar(40) collate Latin1_General_100_BIN2 not null,
    plan_number  nvarchar(30) collate Latin1_General_100_BIN2 not null,
    primary key (parcel, plan_number)
);

create table parcel_line (
    parcel         nvarchar(40) collate Latin1_General_100_BIN2 not null,
    line           bigint not null,
    cartons        bigint not null,
    donation       nvarchar(30) collate Latin1_General_100_BIN2 not null,
    donation_line  bigint not null,
    product        nvarchar(32) collate Latin1_General_100_BIN2 not null,
    size           nvarchar(30) collate Latin1_General_100_BIN2 not null,
    lot            nvarchar(20) collate Latin1_General_100_BIN2 not null,
    expiry         nvarchar(10) collate Latin1_General_100_BIN2 null,
    pieces         bigint not null,
    reported       bigint not null,
    primary key (parcel, line)
);

create table receipt (
    number           nvarchar(30) collate Latin1_General_100_BIN2 not null primary key,
    parcel           nvarchar(40) collate Latin1_General_100_BIN2 not null,
    recipient        nvarchar(12) collate Latin1_General_100_BIN2 not null,
    received_at      nvarchar(33) collate Latin1_General_100_BIN2 not null,
    on_behalf        bigint not null,
    confirmed_by     nvarchar(200) collate Latin1_General_100_BIN2 not null,
    confirmed_at     nvarchar(33) collate Latin1_General_100_BIN2 not null,
    reversed_by      nvarchar(200) collate Latin1_General_100_BIN2 null,
    reversed_at      nvarchar(33) collate Latin1_General_100_BIN2 null,
    reversal_reason  nvarchar(max) collate Latin1_General_100_BIN2 null
);

create index receipt_of_parcel on receipt (parcel, number);

create table receipt_line (
    receipt  nvarchar(30) collate Latin1_General_100_BIN2 not null,
    line     bigint not null,
    good     bigint not null,
    damaged  bigint not null,
    missing  bigint not null,
    unfit    bigint not null,
    reason   nvarchar(max) collate Latin1_General_100_BIN2 null,
    primary key (receipt, line)
);

create table discrepancy (
    number     nvarchar(30) collate Latin1_General_100_BIN2 not null primary key,
    receipt    nvarchar(30) collate Latin1_General_100_BIN2 not null,
    parcel     nvarchar(40) collate Latin1_General_100_BIN2 not null,
    recipient  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    line       bigint not null,
    kind       nvarchar(20) collate Latin1_General_100_BIN2 not null,
    pieces     bigint not null,
    unsettled  bigint not null,
    reason     nvarchar(max) collate Latin1_General_100_BIN2 not null,
    void       bigint not null
);

create unique index discrepancy_of_receipt on discrepancy (receipt, line, kind);

create table discrepancy_resolution (
    discrepancy  nvarchar(30) collate Latin1_General_100_BIN2 not null,
    seq          bigint not null,
    resolution   nvarchar(20) collate Latin1_General_100_BIN2 not null,
    pieces       bigint not null,
    reason       nvarchar(max) collate Latin1_General_100_BIN2 not null,
    resolved_by  nvarchar(200) collate Latin1_General_100_BIN2 not null,
    resolved_at  nvarchar(33) collate Latin1_General_100_BIN2 not null,
    primary key (discrepancy, seq)
);

create table holding (
    recipient  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    donation   nvarchar(30) collate Latin1_General_100_BIN2 not null,
    line       bigint not null,
    product    nvarchar(32) collate Latin1_General_100_BIN2 not null,
    size       nvarchar(30) collate Latin1_General_100_BIN2 not null,
    lot        nvarchar(20) collate Latin1_General_100_BIN2 not null,
    expiry     nvarchar(10) collate Latin1_General_100_BIN2 null,
    pieces     bigint not null,
    primary key (recipient, donation, line, size, lot)
);

create table hand_over (
    number            nvarchar(30) collate Latin1_General_100_BIN2 not null primary key,
    recipient         nvarchar(12) collate Latin1_General_100_BIN2 not null,
    institution       nvarchar(20) collate Latin1_General_100_BIN2 not null,
    institution_name  nvarchar(200) collate Latin1_General_100_BIN2 not null,
    member            bigint not null,
    handed_over_at    nvarchar(33) collate Latin1_General_100_BIN2 not null,
    recorded_by       nvarchar(200) collate Latin1_General_100_BIN2 not null,
    recorded_at       nvarchar(33) collate Latin1_General_100_BIN2 not null,
    reversed_by       nvarchar(200) collate Latin1_General_100_BIN2 null,
    reversed_at       nvarchar(33) collate Latin1_General_100_BIN2 null,
    reversal_reason   nvarchar(max) collate Latin1_General_100_BIN2 null
);

create index hand_over_of_recipient on hand_over (recipient, number);

create table hand_over_goods (
    hand_over  nvarchar(30) collate Latin1_General_100_BIN2 not null,
    donation   nvarchar(30) collate Latin1_General_100_BIN2 not null,
    line       bigint not null,
    product    nvarchar(32) collate Latin1_General_100_BIN2 not null,
    size       nvarchar(30) collate Latin1_General_100_BIN2 not null,
    lot        nvarchar(20) collate Latin1_General_100_BIN2 not null,
    expiry     nvarchar(10) collate Latin1_General_100_BIN2 null,
    pieces     bigint not null,
    primary key (hand_over, donation, line, size, lot)
);

create table photo (
    parcel        nvarchar(40) collate Latin1_General_100_BIN2 not null,
    hash          nvarchar(64) collate Latin1_General_100_BIN2 not null,
    content_type  nvarchar(20) collate Latin1_General_100_BIN2 not null,
    width         bigint not null,
    height        bigint not null,
    bytes         varbinary(max) not null,
    uploaded_by   nvarchar(200) collate Latin1_General_100_BIN2 not null,
    uploaded_at   nvarchar(33) collate Latin1_General_100_BIN2 not null,
    primary key (parcel, hash)
);

create index photo_by_hash on photo (hash);

create table receipt_photo (
    receipt   nvarchar(30) collate Latin1_General_100_BIN2 not null,
    line      bigint not null,
    position  bigint not null,
    photo     nvarchar(64) collate Latin1_General_100_BIN2 not null,
    primary key (receipt, line, position)
);
