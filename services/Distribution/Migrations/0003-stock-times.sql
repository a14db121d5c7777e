-- When a carton reached the hub; null for those that came before this was kept.
alter table carton add column received_at text;

-- A dispatch for one recipient after the other looks for the cartons of each.
create index carton_of_recipient on carton (state, recipient, id);
