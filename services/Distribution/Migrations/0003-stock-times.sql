-- When a carton reached the hub; null for those that came before this was kept.
alter table carton add column received_at text;
