-- Every carton that ever came into the hub.
create table carton (
    id             text    not null primary key,
    air_waybill    text    not null,
    product        text    not null, -- blank where the carton is mixed and cannot be allocated
    size           text    not null, -- blank where there is none
    lots           text    not null, -- in order, apart by a space, which no lot has
    pieces         integer not null,
    last_day       text    not null, -- of the lot that expires first; 9999-12-31 where none does
    state          text    not null, -- hub, reserved, dispatched
    recipient      text    not null, -- blank while at the hub
    plan_number    text    not null, -- blank while at the hub
    parcel         text    not null  -- blank until dispatched
);

create index carton_of_stock on carton (state, product, size, pieces, last_day, id);

create index carton_of_parcel on carton (parcel, id);

create table carton_goods (
    carton    text    not null,
    donation  text    not null,
    line      integer not null,
    product   text    not null,
    size      text    not null,
    lot       text    not null,
    expiry    text,
    pieces    integer not null,
    primary key (carton, donation, line, size, lot)
);

-- Uploaded indicators; the latest of a name replaces the one before, also a built-in one.
create table indicator (
    name         text    not null primary key,
    year         integer not null,
    source       text    not null,
    uploaded_by  text    not null,
    uploaded_at  text    not null
);

create table indicator_value (
    name       text    not null,
    recipient  text    not null,
    value      integer not null,
    primary key (name, recipient)
);

create table allocation_plan (
    number          text    not null primary key,
    product         text    not null,
    size            text    not null, -- blank where there is none
    tranche         integer not null,
    state           text    not null, -- draft, approved, published, discarded
    content         text    not null, -- the event that drafted it, as JSON
    drafted_by      text    not null,
    drafted_at      text    not null,
    approved_by     text,
    approved_at     text,
    published_by    text,
    published_at    text,
    discard_reason  text
);

create table allocation_plan_line (
    plan_number  text    not null,
    recipient    text    not null,
    cartons      integer not null,
    pieces       integer not null,
    primary key (plan_number, recipient)
);

create table parcel (
    number         text    not null primary key,
    recipient      text    not null,
    carrier        text    not null,
    waybill        text,
    dispatched_at  text    not null,
    dispatched_by  text    not null,
    expected_on    text    not null,
    cartons        integer not null,
    pieces         integer not null,
    outstanding    integer not null  -- pieces that no receipt has reported on
);

create index parcel_of_recipient on parcel (recipient, number);

create table parcel_plan (
    parcel       text  not null,
    plan_number  text  not null,
    primary key (parcel, plan_number)
);

create table parcel_line (
    parcel         text    not null,
    line           integer not null,
    cartons        integer not null,
    donation       text    not null,
    donation_line  integer not null,
    product        text    not null,
    size           text    not null,
    lot            text    not null,
    expiry         text,
    pieces         integer not null,
    reported       integer not null, -- pieces in receipts that stand
    primary key (parcel, line)
);

create table receipt (
    number           text    not null primary key,
    parcel           text    not null,
    recipient        text    not null,
    received_at      text    not null,
    on_behalf        integer not null,
    confirmed_by     text    not null,
    confirmed_at     text    not null,
    reversed_by      text,
    reversed_at      text,
    reversal_reason  text
);

create index receipt_of_parcel on receipt (parcel, number);

create table receipt_line (
    receipt  text    not null,
    line     integer not null,
    good     integer not null,
    damaged  integer not null,
    missing  integer not null,
    unfit    integer not null,
    reason   text,
    primary key (receipt, line)
);

create table discrepancy (
    number     text    not null primary key,
    receipt    text    not null,
    parcel     text    not null,
    recipient  text    not null,
    line       integer not null,
    kind       text    not null, -- shortage, damage, unfit
    pieces     integer not null,
    unsettled  integer not null, -- pieces whose end is not known
    reason     text    not null,
    void       integer not null  -- 1 when its receipt was reversed
);

create unique index discrepancy_of_receipt on discrepancy (receipt, line, kind);

create table discrepancy_resolution (
    discrepancy  text    not null,
    seq          integer not null, -- of the event, so in the order of time
    resolution   text    not null, -- good, destroyed, written-off
    pieces       integer not null,
    reason       text    not null,
    resolved_by  text    not null,
    resolved_at  text    not null,
    primary key (discrepancy, seq)
);

-- What each association has and has not handed over.
create table holding (
    recipient  text    not null,
    donation   text    not null,
    line       integer not null,
    product    text    not null,
    size       text    not null,
    lot        text    not null,
    expiry     text,
    pieces     integer not null,
    primary key (recipient, donation, line, size, lot)
);

create table hand_over (
    number           text    not null primary key,
    recipient        text    not null,
    institution      text    not null,
    institution_name text    not null,
    member           integer not null,
    handed_over_at   text    not null,
    recorded_by      text    not null,
    recorded_at      text    not null,
    reversed_by      text,
    reversed_at      text,
    reversal_reason  text
);

create index hand_over_of_recipient on hand_over (recipient, number);

create table hand_over_goods (
    hand_over  text    not null,
    donation   text    not null,
    line       integer not null,
    product    text    not null,
    size       text    not null,
    lot        text    not null,
    expiry     text,
    pieces     integer not null,
    primary key (hand_over, donation, line, size, lot)
);
