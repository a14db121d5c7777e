-- By which maker's item number a donation is found; blank where none was given.
alter table donation_line add gtin text not null default '';

create index donation_line_gtin on donation_line (gtin, donation);

-- From distribution: what was meant for each recipient, and what of it the recipient has said came.
create table recipient_share (
    donation   text    not null,
    line       integer not null,
    recipient  text    not null,
    product    text    not null,
    allotted   integer not null,
    confirmed  integer not null,
    primary key (donation, line, recipient)
);
