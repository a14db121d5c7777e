-- People, their ways of signing in and what was done with their accounts. Kept for itself: no log can write it again.

create table account (
    id                 text    not null primary key,
    email              text    not null, -- as it was typed, for people
    email_key          text    not null, -- as it is compared
    name               text    not null,
    role               text    not null,
    organisation       text    not null, -- of an association its recipient code
    language           text    not null,
    state              text    not null, -- active, locked, disabled
    password_hash      text    not null,
    security_stamp     text    not null, -- changes with everything that ends the sessions of the account
    failures           integer not null, -- of signing in, one after the other
    locked_until       text    not null, -- blank where failures have not locked it
    second_factor      integer not null,
    authenticator_key  text    not null, -- protected; blank where there is none
    authenticator_step integer not null, -- the last one that a code was taken for: a code counts once
    version            integer not null,
    created_at         text    not null
);

create unique index account_email on account (email_key);

create table recovery_code (
    account  text not null,
    hash     text not null,
    primary key (account, hash)
);

create table passkey (
    credential          text    not null primary key, -- base64url
    account             text    not null,
    name                text    not null,
    public_key          blob    not null,
    created_at          text    not null,
    sign_count          integer not null,
    transports          text    not null, -- separated by spaces
    user_verified       integer not null,
    backup_eligible     integer not null,
    backed_up           integer not null,
    attestation         blob    not null,
    client_data         blob    not null
);

create index passkey_account on passkey (account);

-- One row for each browser that somebody signed in with.
create table session (
    id            text    not null primary key,
    account       text    not null,
    stamp         text    not null, -- counts while it is that of the account
    browser       text    not null,
    idle_minutes  integer not null,
    created_at    text    not null,
    seen_at       text    not null, -- to the minute
    ends_at       text    not null,
    ended_at      text    not null  -- blank while it may be used
);

create index session_account on session (account, created_at);

create table invitation (
    token_hash    text not null primary key,
    id            text not null,
    role          text not null,
    organisation  text not null,
    language      text not null,
    invited_by    text not null, -- blank for the first administrator
    account       text not null, -- who gets a new password by it; blank for a new account until it is accepted
    created_at    text not null,
    expires_at    text not null,
    ended_at      text not null  -- accepted or withdrawn; blank while it may be used
);

create table machine (
    id            text not null primary key,
    name          text not null,
    role          text not null,
    organisation  text not null,
    token_hash    text not null,
    made_by       text not null,
    created_at    text not null,
    used_at       text not null, -- to the hour; blank until the first time
    revoked_at    text not null  -- blank while it may be used
);

create unique index machine_token on machine (token_hash);

create table signing_key (
    id           text not null primary key,
    signs_from   text not null, -- it is published before, so that every service knows it in time
    private_key  text not null  -- protected
);

create table protection_key (
    name  text not null primary key,
    xml   text not null
);

-- The audit trail. Rows are only ever inserted; ids, no names, no addresses, no secrets.
create table account_event (
    seq      integer not null primary key,
    at       text    not null,
    actor    text    not null, -- account or machine; blank for nobody who is known
    account  text    not null, -- whom it is about; blank for an unknown name
    kind     text    not null,
    facts    text    not null  -- JSON
);

create index account_event_account on account_event (account, seq);
create index account_event_actor on account_event (actor, seq);
