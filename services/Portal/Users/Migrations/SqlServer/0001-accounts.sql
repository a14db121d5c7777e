-- All tables of the scripts for SQLite, which say what the columns mean. A code has room for its longest form, an instant for ISO 8601 with its offset.

create table account (
    id                  nvarchar(50) collate Latin1_General_100_BIN2 not null primary key,
    email               nvarchar(200) collate Latin1_General_100_BIN2 not null,
    email_key           nvarchar(200) collate Latin1_General_100_BIN2 not null,
    name                nvarchar(200) collate Latin1_General_100_BIN2 not null,
    role                nvarchar(20) collate Latin1_General_100_BIN2 not null,
    organisation        nvarchar(12) collate Latin1_General_100_BIN2 not null,
    language            nvarchar(10) collate Latin1_General_100_BIN2 not null,
    state               nvarchar(20) collate Latin1_General_100_BIN2 not null,
    password_hash       nvarchar(max) collate Latin1_General_100_BIN2 not null,
    security_stamp      nvarchar(100) collate Latin1_General_100_BIN2 not null,
    failures            bigint not null,
    locked_until        nvarchar(33) collate Latin1_General_100_BIN2 not null,
    second_factor       bigint not null,
    authenticator_key   nvarchar(max) collate Latin1_General_100_BIN2 not null,
    authenticator_step  bigint not null,
    version             bigint not null,
    created_at          nvarchar(33) collate Latin1_General_100_BIN2 not null
);

create unique index account_email on account (email_key);

create table recovery_code (
    account  nvarchar(50) collate Latin1_General_100_BIN2 not null,
    hash     nvarchar(64) collate Latin1_General_100_BIN2 not null,
    primary key (account, hash)
);

create table passkey (
    credential       varchar(1364) collate Latin1_General_100_BIN2 not null primary key nonclustered,
    account          nvarchar(50) collate Latin1_General_100_BIN2 not null,
    name             nvarchar(200) collate Latin1_General_100_BIN2 not null,
    public_key       varbinary(max) not null,
    created_at       nvarchar(33) collate Latin1_General_100_BIN2 not null,
    sign_count       bigint not null,
    transports       nvarchar(max) collate Latin1_General_100_BIN2 not null,
    user_verified    bigint not null,
    backup_eligible  bigint not null,
    backed_up        bigint not null,
    attestation      varbinary(max) not null,
    client_data      varbinary(max) not null
);

create index passkey_account on passkey (account);

create table session (
    id            nvarchar(43) collate Latin1_General_100_BIN2 not null primary key,
    account       nvarchar(50) collate Latin1_General_100_BIN2 not null,
    stamp         nvarchar(100) collate Latin1_General_100_BIN2 not null,
    browser       nvarchar(100) collate Latin1_General_100_BIN2 not null,
    idle_minutes  bigint not null,
    created_at    nvarchar(33) collate Latin1_General_100_BIN2 not null,
    seen_at       nvarchar(33) collate Latin1_General_100_BIN2 not null,
    ends_at       nvarchar(33) collate Latin1_General_100_BIN2 not null,
    ended_at      nvarchar(33) collate Latin1_General_100_BIN2 not null
);

create index session_account on session (account, created_at);

create table invitation (
    token_hash    nvarchar(64) collate Latin1_General_100_BIN2 not null primary key,
    id            nvarchar(50) collate Latin1_General_100_BIN2 not null,
    role          nvarchar(20) collate Latin1_General_100_BIN2 not null,
    organisation  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    language      nvarchar(10) collate Latin1_General_100_BIN2 not null,
    invited_by    nvarchar(50) collate Latin1_General_100_BIN2 not null,
    account       nvarchar(50) collate Latin1_General_100_BIN2 not null,
    created_at    nvarchar(33) collate Latin1_General_100_BIN2 not null,
    expires_at    nvarchar(33) collate Latin1_General_100_BIN2 not null,
    ended_at      nvarchar(33) collate Latin1_General_100_BIN2 not null
);

create table machine (
    id            nvarchar(50) collate Latin1_General_100_BIN2 not null primary key,
    name          nvarchar(200) collate Latin1_General_100_BIN2 not null,
    role          nvarchar(20) collate Latin1_General_100_BIN2 not null,
    organisation  nvarchar(12) collate Latin1_General_100_BIN2 not null,
    token_hash    nvarchar(64) collate Latin1_General_100_BIN2 not null,
    made_by       nvarchar(50) collate Latin1_General_100_BIN2 not null,
    created_at    nvarchar(33) collate Latin1_General_100_BIN2 not null,
    used_at       nvarchar(33) collate Latin1_General_100_BIN2 not null,
    revoked_at    nvarchar(33) collate Latin1_General_100_BIN2 not null
);

create unique index machine_token on machine (token_hash);

create table signing_key (
    id           nvarchar(50) collate Latin1_General_100_BIN2 not null primary key,
    signs_from   nvarchar(33) collate Latin1_General_100_BIN2 not null,
    private_key  nvarchar(max) collate Latin1_General_100_BIN2 not null
);

create table protection_key (
    name  nvarchar(200) collate Latin1_General_100_BIN2 not null primary key,
    xml   nvarchar(max) collate Latin1_General_100_BIN2 not null
);

create table account_event (
    seq      bigint not null primary key,
    at       nvarchar(33) collate Latin1_General_100_BIN2 not null,
    actor    nvarchar(50) collate Latin1_General_100_BIN2 not null,
    account  nvarchar(50) collate Latin1_General_100_BIN2 not null,
    kind     nvarchar(40) collate Latin1_General_100_BIN2 not null,
    facts    nvarchar(max) collate Latin1_General_100_BIN2 not null
);

create index account_event_account on account_event (account, seq);
create index account_event_actor on account_event (actor, seq);
