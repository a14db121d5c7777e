-- Tables that are filled from followed logs alone can be filled a second time while the first rows go on answering: each of their rows belongs
-- to a generation. One row here.
create table generation (
    shown    integer not null, -- whose rows are read
    filling  integer not null  -- whose rows are being filled; 0 if none are
);

insert into generation (shown, filling) values (1, 0);

-- As position and stall, of the generation that is being filled.
create table filling_position (
    source  text    not null primary key,
    seq     integer not null,
    hash    blob    not null
);

create table filling_stall (
    source    text    not null primary key,
    seq       integer not null,
    type      text    not null,
    body      text    not null,
    error     text    not null,
    attempts  integer not null,
    since     text    not null
);
