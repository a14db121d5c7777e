create table gift (
    number  text    not null primary key,
    donor   text    not null,
    pieces  integer not null
);
