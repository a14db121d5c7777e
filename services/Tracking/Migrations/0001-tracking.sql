-- Everything here is written from the logs of intake, shipment and distribution, and from nothing else. Only the rows of the generation that the
-- table generation shows are read: the others are being filled, or are gone with the next exchange.

-- The double entry. Every movement is posted to its donation, and to its consignment and parcel where it belongs to one (kind and code).
create table posting (
    generation  integer not null,
    kind        text    not null, -- donation, consignment, parcel
    code        text    not null,
    donation    text    not null,
    line        integer not null,
    lot         text    not null, -- blank in the account «pledged», which knows no lots
    account     text    not null, -- its name
    holder      text    not null, -- blank where nobody holds it
    source      text    not null,
    seq         integer not null,
    at          text    not null,
    pieces      integer not null,
    primary key (generation, kind, code, donation, line, lot, account, holder, source, seq)
);

-- The sums of the postings.
create table balance (
    generation  integer not null,
    kind        text    not null,
    code        text    not null,
    donation    text    not null,
    line        integer not null,
    lot         text    not null,
    account     text    not null,
    holder      text    not null,
    product     text    not null,
    pieces      integer not null,
    primary key (generation, kind, code, donation, line, lot, account, holder)
);

-- From intake.
create table donation (
    generation  integer not null,
    number      text    not null,
    donor       text    not null,
    pledged_on  text    not null,
    state       text    not null, -- open, cancelled, closed
    released    integer not null,
    primary key (generation, number)
);

create table donation_line (
    generation  integer not null,
    donation    text    not null,
    line        integer not null,
    product     text    not null,
    gtin        text    not null, -- the maker's item number; blank where none was given
    pieces      integer not null,
    primary key (generation, donation, line)
);

create index donation_line_gtin on donation_line (generation, gtin, donation);

create table carton (
    generation   integer not null,
    id           text    not null,
    donation     text    not null,
    sender_code  text    not null, -- blank where there is none
    state        text    not null, -- packed, released, cancelled
    primary key (generation, id)
);

create index carton_of_donation on carton (generation, donation, state);
create index carton_sender_code on carton (generation, sender_code, donation);

create table carton_goods (
    generation  integer not null,
    carton      text    not null,
    donation    text    not null,
    line        integer not null,
    product     text    not null,
    size        text    not null, -- blank where there is none
    lot         text    not null,
    pieces      integer not null,
    primary key (generation, carton, donation, line, size, lot)
);

-- From shipment.
create table consignment (
    generation   integer not null,
    air_waybill  text    not null,
    cartons      integer not null,
    pieces       integer not null,
    delivered    integer not null,
    primary key (generation, air_waybill)
);

create table consignment_donation (
    generation   integer not null,
    donation     text not null,
    air_waybill  text not null,
    primary key (generation, donation, air_waybill)
);

create index donation_of_consignment on consignment_donation (generation, air_waybill);

create table flight (
    generation   integer not null,
    air_waybill  text not null,
    number       text not null,
    origin       text not null,
    destination  text not null,
    departs_at   text not null,
    arrives_at   text not null,
    account      text not null, -- where its cartons are, by its milestones
    primary key (generation, air_waybill, number)
);

create table booking (
    generation   integer not null,
    carton       text    not null,
    air_waybill  text    not null,
    flight       text    not null,
    counted      integer not null, -- by a confirmed count
    account      text    not null, -- blank while the carton is where its flight is
    primary key (generation, carton)
);

create index booking_of_consignment on booking (generation, air_waybill);

create table counted_carton (
    generation   integer not null,
    carton       text    not null, -- counted again before its count was confirmed: the later one holds
    air_waybill  text    not null,
    session      integer not null,
    condition    text    not null,
    seq          integer not null,
    primary key (generation, carton)
);

create index counted_in_session on counted_carton (generation, air_waybill, session);

-- From distribution.
create table allotment (
    generation  integer not null,
    carton      text not null,
    parcel      text not null, -- blank while it is only reserved
    primary key (generation, carton)
);

create index allotment_of_parcel on allotment (generation, parcel);

create table parcel (
    generation     integer not null,
    number         text    not null,
    recipient      text    not null,
    carrier        text    not null,
    dispatched_at  text    not null,
    expected_on    text    not null,
    cartons        integer not null,
    pieces         integer not null,
    primary key (generation, number)
);

-- From distribution: what was meant for each recipient, and what of it the recipient has said came.
create table recipient_share (
    generation  integer not null,
    donation    text    not null,
    line        integer not null,
    recipient   text    not null,
    product     text    not null,
    allotted    integer not null,
    confirmed   integer not null,
    primary key (generation, donation, line, recipient)
);

-- What happened, from all three, and to what it happened.
create table entry (
    generation   integer not null,
    source       text    not null,
    seq          integer not null,
    type         text    not null,
    at           text    not null,
    recorded_at  text    not null,
    document     text,
    facts        text    not null, -- JSON
    primary key (generation, source, seq)
);

create table entry_subject (
    generation  integer not null,
    kind        text    not null, -- donation, consignment, flight, carton, parcel
    code        text    not null,
    source      text    not null,
    seq         integer not null,
    pieces      integer,
    primary key (generation, kind, code, source, seq)
);
