-- What T-SQL has and PostgreSQL has not, or has with other types. Each database of SQL Server is a schema; its connections find first its own
-- tables, then these, then what is PostgreSQL's.

create schema dbo_compat;
create schema sys;
create schema "INFORMATION_SCHEMA";
create schema master;
set search_path = dbo_compat, pg_catalog;

-- The cluster compares all texts like this.
create collation "Latin1_General_100_BIN2" (provider = libc, locale = 'C');

create table sys.databases (
    name                           text not null primary key,
    collation_name                 text not null default 'Latin1_General_100_BIN2',
    is_read_committed_snapshot_on  boolean not null default false
);

insert into sys.databases (name) values ('master');

create view sys.tables as
    select relname::text as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r';

create view "INFORMATION_SCHEMA"."TABLES" as
    select 'dbo' as "TABLE_SCHEMA", name as "TABLE_NAME", 'BASE TABLE' as "TABLE_TYPE" from sys.tables;

create function db_name() returns text language sql stable return current_schema()::text;
create function db_id(text) returns integer language sql stable return (select oid::integer from pg_namespace where nspname = $1 and exists (select from sys.databases where name = $1));
create function object_id(text) returns integer language sql stable return to_regclass(quote_ident($1))::oid::integer;
create function object_id(text, text) returns integer language sql stable return object_id($1);
create function sysutcdatetime() returns timestamp language sql stable return clock_timestamp() at time zone 'UTC';
create function getutcdate() returns timestamp language sql stable return clock_timestamp() at time zone 'UTC';
create function sysdatetimeoffset() returns timestamptz language sql stable return clock_timestamp();
create function newid() returns uuid language sql volatile return gen_random_uuid();
create function len(text) returns integer language sql immutable return length(rtrim($1));
create function charindex(text, text) returns integer language sql immutable return strpos($2, $1);
create function isnull(anycompatible, anycompatible) returns anycompatible language sql immutable as 'select coalesce($1, $2)';

-- A sum and a count are as wide as what they are made of.
create aggregate count(*) (sfunc = int8inc, stype = bigint, initcond = '0', finalfunc = int4);
create aggregate count("any") (sfunc = int8inc_any, stype = bigint, initcond = '0', finalfunc = int4);
create aggregate sum(integer) (sfunc = int4_sum, stype = bigint, finalfunc = int4);
create aggregate sum(bigint) (sfunc = int8pl, stype = bigint);

-- A bit is a number, and a text becomes one where it meets one.
update pg_cast set castcontext = 'i' where castsource = 'boolean'::regtype and casttarget = 'integer'::regtype;
update pg_cast set castcontext = 'a' where castsource = 'integer'::regtype and casttarget = 'boolean'::regtype;
create function number(boolean) returns bigint language sql immutable return $1::integer;
create cast (boolean as bigint) with function number(boolean) as implicit;
create cast (text as bigint) with inout as assignment;
create cast (text as integer) with inout as assignment;
create operator + (leftarg = text, rightarg = text, function = textcat);

do $$
declare
    comparison text;
begin
    foreach comparison in array array['=', '<>', '<', '<=', '>', '>='] loop
        execute format('create function %I(bigint, text) returns boolean language sql immutable return $1 %s $2::bigint', 'number' || comparison, comparison);
        execute format('create operator %s (leftarg = bigint, rightarg = text, function = %I)', comparison, 'number' || comparison);
        execute format('create function %I(text, bigint) returns boolean language sql immutable return $1::bigint %s $2', 'number' || comparison, comparison);
        execute format('create operator %s (leftarg = text, rightarg = bigint, function = %I)', comparison, 'number' || comparison);
    end loop;
end
$$;
