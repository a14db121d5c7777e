create table note (
    place   bigint not null primary key,
    number  bigint not null
);
