create table note (
    place   integer not null primary key,
    number  integer not null
);
