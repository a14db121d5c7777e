-- All tables of the scripts for SQLite, which say what the columns mean. A code has room for its longest form, an instant for ISO 8601 with its offset.

create table carton (
    id           nvarchar(60) collate Latin1_General_100_BIN2 not null primary key,
    donation     nvarchar(30) collate Latin1_General_100_BIN2 not null,
    sender_code  nvarchar(30) collate Latin1_General_100_BIN2 null,
    pieces       bigint not null,
    packed_seq   bigint not null,
    state        nvarchar(20) collate Latin1_General_100_BIN2 not null,
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 null,
    flight       nvarchar(10) collate Latin1_General_100_BIN2 null
);

create index carton_of_donation on carton (donation, state, id);
create index carton_of_consignment on carton (air_waybill, id);
create index carton_of_flight on carton (air_waybill, flight, id);
create index carton_by_sender_code on carton (air_waybill, sender_code);

create table carton_goods (
    carton       nvarchar(60) collate Latin1_General_100_BIN2 not null,
    line         bigint not null,
    product      nvarchar(32) collate Latin1_General_100_BIN2 not null,
    size         nvarchar(30) collate Latin1_General_100_BIN2 not null,
    lot          nvarchar(20) collate Latin1_General_100_BIN2 not null,
    expiry       nvarchar(10) collate Latin1_General_100_BIN2 null,
    pieces       bigint not null,
    discrepancy  nvarchar(30) collate Latin1_General_100_BIN2 null,
    primary key (carton, line, size, lot)
);

create index carton_goods_of_discrepancy on carton_goods (discrepancy);

create table consignment (
    air_waybill           nvarchar(12) collate Latin1_General_100_BIN2 not null primary key,
    cartons               bigint not null,
    pieces                bigint not null,
    booked_by             nvarchar(200) collate Latin1_General_100_BIN2 not null,
    booked_at             nvarchar(33) collate Latin1_General_100_BIN2 not null,
    customs_entry         nvarchar(60) collate Latin1_General_100_BIN2 null,
    duty_exemption        nvarchar(60) collate Latin1_General_100_BIN2 null,
    entered_at            nvarchar(33) collate Latin1_General_100_BIN2 null,
    permit                nvarchar(60) collate Latin1_General_100_BIN2 null,
    released_at           nvarchar(33) collate Latin1_General_100_BIN2 null,
    use_restricted_until  nvarchar(10) collate Latin1_General_100_BIN2 null,
    hold_reason           nvarchar(max) collate Latin1_General_100_BIN2 null,
    held_at               nvarchar(33) collate Latin1_General_100_BIN2 null
);

create table consignment_donation (
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    donation     nvarchar(30) collate Latin1_General_100_BIN2 not null,
    primary key (air_waybill, donation)
);

create table flight (
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    number       nvarchar(10) collate Latin1_General_100_BIN2 not null,
    leg          bigint not null,
    origin       nvarchar(3) collate Latin1_General_100_BIN2 not null,
    destination  nvarchar(3) collate Latin1_General_100_BIN2 not null,
    departs_at   nvarchar(33) collate Latin1_General_100_BIN2 not null,
    arrives_at   nvarchar(33) collate Latin1_General_100_BIN2 not null,
    stage        nvarchar(40) collate Latin1_General_100_BIN2 not null,
    primary key (air_waybill, number)
);

create table milestone (
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    number       bigint not null,
    flight       nvarchar(10) collate Latin1_General_100_BIN2 not null,
    code         nvarchar(40) collate Latin1_General_100_BIN2 not null,
    place        nvarchar(3) collate Latin1_General_100_BIN2 not null,
    at           nvarchar(33) collate Latin1_General_100_BIN2 not null,
    note         nvarchar(max) collate Latin1_General_100_BIN2 null,
    withdrawn    nvarchar(max) collate Latin1_General_100_BIN2 null,
    recorded_by  nvarchar(200) collate Latin1_General_100_BIN2 not null,
    recorded_at  nvarchar(33) collate Latin1_General_100_BIN2 not null,
    primary key (air_waybill, number)
);

create table count_session (
    air_waybill   nvarchar(12) collate Latin1_General_100_BIN2 not null,
    session       bigint not null,
    opened_by     nvarchar(200) collate Latin1_General_100_BIN2 not null,
    opened_at     nvarchar(33) collate Latin1_General_100_BIN2 not null,
    note          nvarchar(30) collate Latin1_General_100_BIN2 null,
    final         bigint not null,
    good_cartons  bigint null,
    good_pieces   bigint null,
    confirmed_by  nvarchar(200) collate Latin1_General_100_BIN2 null,
    confirmed_at  nvarchar(33) collate Latin1_General_100_BIN2 null,
    primary key (air_waybill, session)
);

create index count_session_by_note on count_session (note);

create table count_person (
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    session      bigint not null,
    account      nvarchar(200) collate Latin1_General_100_BIN2 not null,
    primary key (air_waybill, session, account)
);

create table count_entry (
    carton       nvarchar(60) collate Latin1_General_100_BIN2 not null primary key,
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    session      bigint not null,
    condition    nvarchar(20) collate Latin1_General_100_BIN2 not null,
    reason       nvarchar(max) collate Latin1_General_100_BIN2 null,
    entry        bigint not null default 0
);

create index count_entry_of_session on count_entry (air_waybill, session, condition);

create table overage (
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    carton       nvarchar(60) collate Latin1_General_100_BIN2 not null,
    session      bigint not null,
    reason       nvarchar(max) collate Latin1_General_100_BIN2 not null,
    entry        bigint not null default 0,
    primary key (air_waybill, carton)
);

create table discrepancy (
    number       nvarchar(30) collate Latin1_General_100_BIN2 not null primary key,
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    session      bigint not null,
    kind         nvarchar(20) collate Latin1_General_100_BIN2 not null,
    cartons      bigint not null,
    reason       nvarchar(max) collate Latin1_General_100_BIN2 null
);

create index discrepancy_of_session on discrepancy (air_waybill, session);

create table delivery (
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    number       bigint not null,
    hub          nvarchar(200) collate Latin1_General_100_BIN2 not null,
    at           nvarchar(33) collate Latin1_General_100_BIN2 not null,
    cartons      bigint not null,
    pieces       bigint not null,
    primary key (air_waybill, number)
);

create table count_log (
    air_waybill   nvarchar(12) collate Latin1_General_100_BIN2 not null,
    session       bigint not null,
    entry         bigint not null,
    condition     nvarchar(20) collate Latin1_General_100_BIN2 not null,
    reason        nvarchar(max) collate Latin1_General_100_BIN2 null,
    cartons       bigint not null,
    first_carton  nvarchar(60) collate Latin1_General_100_BIN2 not null,
    last_carton   nvarchar(60) collate Latin1_General_100_BIN2 not null,
    entered_by    nvarchar(200) collate Latin1_General_100_BIN2 not null,
    entered_at    nvarchar(33) collate Latin1_General_100_BIN2 not null,
    undone_by     nvarchar(200) collate Latin1_General_100_BIN2 null,
    undone_at     nvarchar(33) collate Latin1_General_100_BIN2 null,
    primary key (air_waybill, session, entry)
);

create table count_mark (
    carton       nvarchar(60) collate Latin1_General_100_BIN2 not null,
    seq          bigint not null,
    air_waybill  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    session      bigint not null,
    entry        bigint not null,
    condition    nvarchar(20) collate Latin1_General_100_BIN2 not null,
    reason       nvarchar(max) collate Latin1_General_100_BIN2 null,
    primary key (carton, seq)
);

create index count_mark_of_entry on count_mark (air_waybill, session, entry);
