-- All tables of the scripts for SQLite, which say what the columns mean. A code has room for its longest form, an instant for ISO 8601 with its offset.

create table posting (
    generation  bigint not null,
    kind        nvarchar(20) collate Latin1_General_100_BIN2 not null,
    code        nvarchar(60) collate Latin1_General_100_BIN2 not null,
    donation    nvarchar(30) collate Latin1_General_100_BIN2 not null,
    line        bigint not null,
    lot         nvarchar(20) collate Latin1_General_100_BIN2 not null,
    account     nvarchar(20) collate Latin1_General_100_BIN2 not null,
    holder      nvarchar(20) collate Latin1_General_100_BIN2 not null,
    source      nvarchar(20) collate Latin1_General_100_BIN2 not null,
    seq         bigint not null,
    at          nvarchar(33) collate Latin1_General_100_BIN2 not null,
    pieces      bigint not null,
    primary key (generation, kind, code, donation, line, lot, account, holder, source, seq)
);

create table balance (
    generation  bigint not null,
    kind        nvarchar(20) collate Latin1_General_100_BIN2 not null,
    code        nvarchar(60) collate Latin1_General_100_BIN2 not null,
    donation    nvarchar(30) collate Latin1_General_100_BIN2 not null,
    line        bigint not null,
    lot         nvarchar(20) collate Latin1_General_100_BIN2 not null,
    account     nvarchar(20) collate Latin1_General_100_BIN2 not null,
    holder      nvarchar(20) collate Latin1_General_100_BIN2 not null,
    product     nvarchar(32) collate Latin1_General_100_BIN2 not null,
    pieces      bigint not null,
    primary key (generation, kind, code, donation, line, lot, account, holder)
);

create table donation (
    generation  bigint not null,
    number      nvarchar(30) collate Latin1_General_100_BIN2 not null,
    donor       nvarchar(200) collate Latin1_General_100_BIN2 not null,
    pledged_on  nvarchar(10) collate Latin1_General_100_BIN2 not null,
    state       nvarchar(20) collate Latin1_General_100_BIN2 not null,
    released    bigint not null,
    primary key (generation, number)
);

create table donation_line (
    generation  bigint not null,
    donation    nvarchar(30) collate Latin1_General_100_BIN2 not null,
    line        bigint not null,
    product     nvarchar(32) collate Latin1_General_100_BIN2 not null,
    gtin        nvarchar(14) collate Latin1_General_100_BIN2 not null,
    pieces      bigint not null,
    primary key (generation, donation, line)
);

create index donation_line_gtin on donation_line (generation, gtin, donation);

create table carton (
    generation   bigint not null,
    id           nvarchar(60) collate Latin1_General_100_BIN2 not null,
    donation     nvarchar(30) collate Latin1_General_100_BIN2 not null,
    sender_code  nvarchar(30) collate Latin1_General_100_BIN2 not null,
    state        nvarchar(20) collate Latin1_General_100_BIN2 not null,
    primary key (generation, id)
);

create index carton_of_donation on carton (generation, donation, state);
create index carton_sender_code on carton (generation, sender_code, donation);

create table carton_goods (
    generation  bigint not null,
    carton      nvarchar(60) collate Latin1_General_100_BIN2 not null,
    donation    nvarchar(30) collate Latin1_General_100_BIN2 not null,
    line        bigint not null,
    product     nvarchar(32) collate Latin1_General_100_BIN2 not null,
    size        nvarchar(30) collate Latin1_General_100_BIN2 not null,
    lot         nvarchar(20) collate Latin1_General_100_BIN2 not null,
    pieces      bigint not null,
    primary key (generation, carton, donation, line, size, lot)
);

create table consignment (
    generation   bigint not null,
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    cartons      bigint not null,
    pieces       bigint not null,
    delivered    bigint not null,
    primary key (generation, air_waybill)
);

create table consignment_donation (
    generation   bigint not null,
    donation     nvarchar(30) collate Latin1_General_100_BIN2 not null,
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    primary key (generation, donation, air_waybill)
);

create index donation_of_consignment on consignment_donation (generation, air_waybill);

create table flight (
    generation   bigint not null,
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    number       nvarchar(10) collate Latin1_General_100_BIN2 not null,
    origin       nvarchar(3) collate Latin1_General_100_BIN2 not null,
    destination  nvarchar(3) collate Latin1_General_100_BIN2 not null,
    departs_at   nvarchar(33) collate Latin1_General_100_BIN2 not null,
    arrives_at   nvarchar(33) collate Latin1_General_100_BIN2 not null,
    account      nvarchar(40) collate Latin1_General_100_BIN2 not null,
    primary key (generation, air_waybill, number)
);

create table booking (
    generation   bigint not null,
    carton       nvarchar(60) collate Latin1_General_100_BIN2 not null,
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    flight       nvarchar(10) collate Latin1_General_100_BIN2 not null,
    counted      bigint not null,
    account      nvarchar(40) collate Latin1_General_100_BIN2 not null,
    primary key (generation, carton)
);

create index booking_of_consignment on booking (generation, air_waybill);

create table counted_carton (
    generation   bigint not null,
    carton       nvarchar(60) collate Latin1_General_100_BIN2 not null,
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    session      bigint not null,
    condition    nvarchar(20) collate Latin1_General_100_BIN2 not null,
    seq          bigint not null,
    primary key (generation, carton)
);

create index counted_in_session on counted_carton (generation, air_waybill, session);

create table allotment (
    generation  bigint not null,
    carton      nvarchar(60) collate Latin1_General_100_BIN2 not null,
    parcel      nvarchar(40) collate Latin1_General_100_BIN2 not null,
    primary key (generation, carton)
);

create index allotment_of_parcel on allotment (generation, parcel);

create table parcel (
    generation     bigint not null,
    number         nvarchar(40) collate Latin1_General_100_BIN2 not null,
    recipient      nvarchar(12) collate Latin1_General_100_BIN2 not null,
    carrier        nvarchar(100) collate Latin1_General_100_BIN2 not null,
    dispatched_at  nvarchar(33) collate Latin1_General_100_BIN2 not null,
    expected_on    nvarchar(10) collate Latin1_General_100_BIN2 not null,
    cartons        bigint not null,
    pieces         bigint not null,
    primary key (generation, number)
);

create table entry (
    generation   bigint not null,
    source       nvarchar(20) collate Latin1_General_100_BIN2 not null,
    seq          bigint not null,
    type         nvarchar(100) collate Latin1_General_100_BIN2 not null,
    at           nvarchar(33) collate Latin1_General_100_BIN2 not null,
    recorded_at  nvarchar(33) collate Latin1_General_100_BIN2 not null,
    document     nvarchar(40) collate Latin1_General_100_BIN2 null,
    facts        nvarchar(max) collate Latin1_General_100_BIN2 not null,
    primary key (generation, source, seq)
);

create table entry_subject (
    generation  bigint not null,
    kind        nvarchar(20) collate Latin1_General_100_BIN2 not null,
    code        nvarchar(60) collate Latin1_General_100_BIN2 not null,
    source      nvarchar(20) collate Latin1_General_100_BIN2 not null,
    seq         bigint not null,
    pieces      bigint null,
    primary key (generation, kind, code, source, seq)
);

create table recipient_share (
    generation  bigint not null,
    donation    nvarchar(30) collate Latin1_General_100_BIN2 not null,
    line        bigint not null,
    recipient   nvarchar(12) collate Latin1_General_100_BIN2 not null,
    product     nvarchar(32) collate Latin1_General_100_BIN2 not null,
    allotted    bigint not null,
    confirmed   bigint not null,
    primary key (generation, donation, line, recipient)
);
