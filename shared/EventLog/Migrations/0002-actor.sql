-- Who did what is asked by account. The bodies have it too, and what is shown is read from them.
alter table event add column actor text not null default '';

update event set actor = coalesce(json_extract(cast(body as text), '$.actor'), '');

create index event_of_actor on event (actor, seq);
