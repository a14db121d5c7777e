create table donation (
    number         text    not null primary key,
    donor          text    not null,
    pledged_on     text    not null,
    state          text    not null, -- open, cancelled, closed
    registered_by  text    not null,
    registered_at  text    not null
);

create table donation_line (
    donation  text    not null,
    line      integer not null,
    product   text    not null,
    gtin      text,
    pieces    integer not null,
    primary key (donation, line)
);

create table packing_list (
    donation     text    not null,
    file_hash    text    not null,
    file_name    text,
    encoding     text    not null,
    cartons      integer not null,
    pieces       integer not null,
    attached_at  text    not null,
    primary key (donation, file_hash)
);

create table carton (
    id           text    not null primary key,
    donation     text    not null,
    sender_code  text,
    released     integer not null
);

create index carton_of_donation on carton (donation, id);

create table carton_goods (
    carton  text    not null,
    line    integer not null,
    size    text    not null, -- blank where there is none
    lot     text    not null,
    expiry  text,
    pieces  integer not null,
    primary key (carton, line, size, lot)
);

-- Where the pieces of each line are, from the movements of all three services.
create table balance (
    donation  text    not null,
    line      integer not null,
    account   text    not null,
    pieces    integer not null,
    primary key (donation, line, account)
);
