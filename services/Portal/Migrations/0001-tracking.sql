-- Everything here is written from the logs of intake, shipment and distribution, and from nothing else.

-- The double entry. Every movement is posted to its donation, and to its consignment and parcel where it belongs to one (kind and code).
create table posting (
    kind      text    not null, -- donation, consignment, parcel
    code      text    not null,
    donation  text    not null,
    line      integer not null,
    lot       text    not null, -- blank in the account «pledged», which knows no lots
    account   text    not null, -- its name
    holder    text    not null, -- blank where nobody holds it
    source    text    not null,
    seq       integer not null,
    at        text    not null,
    pieces    integer not null,
    primary key (kind, code, donation, line, lot, account, holder, source, seq)
);

-- The sums of the postings.
create table balance (
    kind      text    not null,
    code      text    not null,
    donation  text    not null,
    line      integer not null,
    lot       text    not null,
    account   text    not null,
    holder    text    not null,
    product   text    not null,
    pieces    integer not null,
    primary key (kind, code, donation, line, lot, account, holder)
);

-- From intake.
create table donation (
    number      text    not null primary key,
    donor       text    not null,
    pledged_on  text    not null,
    state       text    not null, -- open, cancelled, closed
    released    integer not null
);

create table donation_line (
    donation  text    not null,
    line      integer not null,
    product   text    not null,
    pieces    integer not null,
    primary key (donation, line)
);

create table carton (
    id           text    not null primary key,
    donation     text    not null,
    sender_code  text    not null, -- blank where there is none
    state        text    not null  -- packed, released, cancelled
);

create index carton_of_donation on carton (donation, state);
create index carton_sender_code on carton (sender_code, donation);

create table carton_goods (
    carton    text    not null,
    donation  text    not null,
    line      integer not null,
    product   text    not null,
    size      text    not null, -- blank where there is none
    lot       text    not null,
    pieces    integer not null,
    primary key (carton, donation, line, size, lot)
);

-- From shipment.
create table consignment (
    air_waybill  text    not null primary key,
    cartons      integer not null,
    pieces       integer not null,
    delivered    integer not null
);

create table consignment_donation (
    donation     text not null,
    air_waybill  text not null,
    primary key (donation, air_waybill)
);

create index donation_of_consignment on consignment_donation (air_waybill);

create table flight (
    air_waybill  text not null,
    number       text not null,
    origin       text not null,
    destination  text not null,
    departs_at   text not null,
    arrives_at   text not null,
    account      text not null, -- where its cartons are, by its milestones
    primary key (air_waybill, number)
);

create table booking (
    carton       text    not null primary key,
    air_waybill  text    not null,
    flight       text    not null,
    counted      integer not null, -- by a confirmed count
    account      text    not null  -- blank while the carton is where its flight is
);

create index booking_of_consignment on booking (air_waybill);

create table counted_carton (
    carton       text    not null primary key, -- counted again before its count was confirmed: the later one holds
    air_waybill  text    not null,
    session      integer not null,
    condition    text    not null,
    seq          integer not null
);

create index counted_in_session on counted_carton (air_waybill, session);

-- From distribution.
create table allotment (
    carton  text not null primary key,
    parcel  text not null -- blank while it is only reserved
);

create index allotment_of_parcel on allotment (parcel);

create table parcel (
    number         text    not null primary key,
    recipient      text    not null,
    carrier        text    not null,
    dispatched_at  text    not null,
    expected_on    text    not null,
    cartons        integer not null,
    pieces         integer not null
);

-- What happened, from all three, and to what it happened.
create table entry (
    source       text    not null,
    seq          integer not null,
    type         text    not null,
    at           text    not null,
    recorded_at  text    not null,
    document     text,
    facts        text    not null, -- JSON
    primary key (source, seq)
);

create table entry_subject (
    kind    text    not null, -- donation, consignment, flight, carton, parcel
    code    text    not null,
    source  text    not null,
    seq     integer not null,
    pieces  integer,
    primary key (kind, code, source, seq)
);
