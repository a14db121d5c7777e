-- What one of several processes of this service does for all of them.
create table lease (
    name    nvarchar(50)  collate Latin1_General_100_BIN2 not null primary key,
    holder  nvarchar(50)  collate Latin1_General_100_BIN2 not null,
    until   nvarchar(40)  collate Latin1_General_100_BIN2 not null
);

insert into lease (name, holder, until) values (N'relay', N'', N'');
