-- The log: the single source of truth. Rows are only ever inserted.
create table event (
    seq          integer not null primary key,
    stream       text    not null,
    version      integer not null,
    type         text    not null,
    body         blob    not null,
    command_id   text    not null,
    recorded_at  text    not null,
    hash         blob    not null
);

create unique index event_stream on event (stream, version);

-- One row. Updating it is the writer's lock; it holds the last sequence number and the end of the hash chain.
create table log_head (
    seq   integer not null,
    hash  blob    not null
);

insert into log_head (seq, hash) values (0, zeroblob(32));

-- The first answer to every command that was accepted, for its caller to ask again.
create table command (
    caller       text    not null,
    id           text    not null,
    fingerprint  blob    not null,
    status       integer not null,
    answer       text    not null,
    seq          integer not null,
    recorded_at  text    not null,
    primary key (caller, id)
);

-- How far each followed log has been applied here, and the hash of its chain up to there.
create table position (
    source  text    not null primary key,
    seq     integer not null,
    hash    blob    not null
);

-- An event of a followed log that could not be applied. The feed waits before it until it can, or until a person skips it.
create table stall (
    source    text    not null primary key,
    seq       integer not null,
    type      text    not null,
    body      text    not null,
    error     text    not null,
    attempts  integer not null,
    since     text    not null
);
