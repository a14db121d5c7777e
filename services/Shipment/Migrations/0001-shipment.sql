create table carton (
    id           text    not null primary key,
    donation     text    not null,
    sender_code  text,
    pieces       integer not null,
    packed_seq   integer not null, -- event of the intake's log that packed it
    state        text    not null, -- see CartonState
    air_waybill  text,
    flight       text
);

create index carton_of_donation on carton (donation, state, id);
create index carton_of_consignment on carton (air_waybill, id);
create index carton_of_flight on carton (air_waybill, flight, id);
create index carton_by_sender_code on carton (air_waybill, sender_code);

create table carton_goods (
    carton       text    not null,
    line         integer not null,
    product      text    not null,
    size         text    not null, -- blank where there is none
    lot          text    not null, -- blank where it is not known
    expiry       text,
    pieces       integer not null,
    discrepancy  text,             -- the case they were lost or damaged in
    primary key (carton, line, size, lot)
);

create index carton_goods_of_discrepancy on carton_goods (discrepancy);

create table consignment (
    air_waybill           text    not null primary key,
    cartons               integer not null,
    pieces                integer not null,
    booked_by             text    not null,
    booked_at             text    not null,
    customs_entry         text,
    duty_exemption        text,
    entered_at            text,
    permit                text,
    released_at           text,
    use_restricted_until  text,
    hold_reason           text, -- while customs keeps it
    held_at               text
);

create table consignment_donation (
    air_waybill  text not null,
    donation     text not null,
    primary key (air_waybill, donation)
);

create table flight (
    air_waybill  text    not null,
    number       text    not null,
    leg          integer not null, -- order of booking, from 1
    origin       text    not null,
    destination  text    not null,
    departs_at   text    not null,
    arrives_at   text    not null,
    stage        text    not null, -- account of its cartons until they are counted: packed, in-air, at-airport
    primary key (air_waybill, number)
);

create table milestone (
    air_waybill  text    not null,
    number       integer not null,
    flight       text    not null,
    code         text    not null,
    place        text    not null,
    at           text    not null,
    note         text,
    withdrawn    text,             -- the reason, where it was
    recorded_by  text    not null,
    recorded_at  text    not null,
    primary key (air_waybill, number)
);

create table count_session (
    air_waybill   text    not null,
    session       integer not null,
    opened_by     text    not null,
    opened_at     text    not null,
    note          text,    -- number of the goods received note once it is confirmed
    final         integer not null,
    good_cartons  integer,
    good_pieces   integer,
    confirmed_by  text,
    confirmed_at  text,
    primary key (air_waybill, session)
);

create index count_session_by_note on count_session (note);

-- Who opened a session or entered something in it, and so may not confirm it.
create table count_person (
    air_waybill  text    not null,
    session      integer not null,
    account      text    not null,
    primary key (air_waybill, session, account)
);

-- What was last counted of each carton.
create table count_entry (
    carton       text    not null primary key,
    air_waybill  text    not null,
    session      integer not null,
    condition    text    not null, -- good, damaged, missing
    reason       text
);

create index count_entry_of_session on count_entry (air_waybill, session, condition);

create table overage (
    air_waybill  text    not null,
    carton       text    not null, -- as it was read
    session      integer not null,
    reason       text    not null,
    primary key (air_waybill, carton)
);

create table discrepancy (
    number       text    not null primary key,
    air_waybill  text    not null,
    session      integer not null,
    kind         text    not null, -- shortage, damage, overage
    cartons      integer not null,
    reason       text
);

create index discrepancy_of_session on discrepancy (air_waybill, session);

create table delivery (
    air_waybill  text    not null,
    number       integer not null,
    hub          text    not null,
    at           text    not null,
    cartons      integer not null,
    pieces       integer not null,
    primary key (air_waybill, number)
);
