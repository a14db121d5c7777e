-- Pictures that people took of what came in a parcel. Events know their hash only, so a rebuild leaves this table as it is.
create table photo (
    parcel        text    not null,
    hash          text    not null, -- SHA-256 of the bytes, in lower-case hexadecimal digits
    content_type  text    not null,
    width         integer not null,
    height        integer not null,
    bytes         blob    not null,
    uploaded_by   text    not null,
    uploaded_at   text    not null,
    primary key (parcel, hash)
);

create index photo_by_hash on photo (hash);

create table receipt_photo (
    receipt   text    not null,
    line      integer not null,
    position  integer not null, -- in the order of the receipt, from 1
    photo     text    not null,
    primary key (receipt, line, position)
);
