-- What was entered at once in a session, so that it can be undone.
create table count_log (
    air_waybill  text    not null,
    session      integer not null,
    entry        integer not null, -- from 1
    condition    text    not null, -- good, damaged, missing, over
    reason       text,
    cartons      integer not null,
    first_carton text    not null,
    last_carton  text    not null,
    entered_by   text    not null,
    entered_at   text    not null,
    undone_by    text,
    undone_at    text,
    primary key (air_waybill, session, entry)
);

-- What each entry said of each carton. Of those that stand the last one is in count_entry.
create table count_mark (
    carton       text    not null,
    seq          integer not null, -- of the event
    air_waybill  text    not null,
    session      integer not null,
    entry        integer not null,
    condition    text    not null,
    reason       text,
    primary key (carton, seq)
);

create index count_mark_of_entry on count_mark (air_waybill, session, entry);

-- 0 for what was counted before entries had numbers; that cannot be undone.
alter table count_entry add column entry integer not null default 0;

alter table overage add column entry integer not null default 0;

insert into count_mark (carton, seq, air_waybill, session, entry, condition, reason)
select carton, 0, air_waybill, session, 0, condition, reason from count_entry;
