-- What one of several processes of this service does for all of them.
create table lease (
    name    text not null primary key,
    holder  text not null,
    until   text not null
);

insert into lease (name, holder, until) values ('relay', '', '');
