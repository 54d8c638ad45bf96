-- The event log of one service. Its promise: position order is commit order, so that every reader is a plain cursor.
-- It is kept by one rule: whoever writes events takes event_log.lock() first, before any row lock.

create schema event_log;

-- The one clock of the product. A simulated stack moves it by the setting aryz.clock_offset (an interval); the sessions of
-- a service that was not told that time is simulated say so at their login, and keep real time whatever that setting is.
create function event_log.now() returns timestamptz
    language sql volatile
    return clock_timestamp()
        + case when current_setting('aryz.simulated_time', true) = 'false' then interval '0'
               else coalesce(nullif(current_setting('aryz.clock_offset', true), '')::interval, interval '0') end;

-- Data and metadata are text: what was written is read again byte for byte. Rows up to 8 kB stay in one piece.
create table event_log.event (
    position       bigint generated always as identity (cache 1) constraint event_position_pk primary key,
    event_id       uuid        not null constraint event_id_unique unique,
    stream_id      uuid        not null,
    version        bigint      not null constraint event_version_from_one check (version > 0),
    type           text        not null,
    schema_version int         not null constraint event_schema_version_from_one check (schema_version > 0),
    data           text        not null,
    sealed         text,
    metadata       text        not null,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    hash           bytea       not null,
    constraint event_stream_version_unique unique (stream_id, version)
) with (toast_tuple_target = 8000);

comment on column event_log.event.sealed is 'JSON array of {unit, kind, ciphertext (base64)}; null if nothing is sealed';
comment on column event_log.event.hash is 'SHA-256 of the hash of the event before it in the stream and its own content digest';

create function event_log.refuse_rewriting() returns trigger
    language plpgsql
as $$
begin
    raise exception 'history is never changed or deleted' using errcode = 'insufficient_privilege';
end
$$;

-- Makes a table insert-only, by two fences: nobody keeps the right to rewrite it, and who has it nevertheless (an owner who
-- takes it back, a superuser) meets a trigger. What gets past both is found by the chain and the checkpoints.
create function event_log.make_insert_only(target regclass) returns void
    language plpgsql
as $$
declare
    holder text;
begin
    for holder in select distinct grantee::regrole::text
                    from pg_class, aclexplode(coalesce(relacl, acldefault('r', relowner)))
                   where oid = target and grantee <> 0
    loop
        execute format('revoke update, delete, truncate on %s from %s', target, holder);
    end loop;
    execute format('create trigger insert_only before update or delete or truncate on %s
                        for each statement execute function event_log.refuse_rewriting()', target);
end
$$;

select event_log.make_insert_only('event_log.event');

create table event_log.idempotency_key (
    scope        text  not null,
    key          text  not null,
    request_hash bytea not null,
    answer       text  not null,
    constraint idempotency_key_pk primary key (scope, key)
);

-- How far each stream of another service was taken in.
create table event_log.inbox (
    source   text   constraint inbox_pk primary key,
    sequence bigint not null constraint inbox_sequence_from_one check (sequence > 0)
);

-- How far each reader of the log came. A leading reader also holds a lease, fenced by its epoch.
create table event_log.subscription (
    name         text        constraint subscription_pk primary key,
    position     bigint      not null default 0,
    epoch        bigint      not null default 0,
    leased_until timestamptz not null default '-infinity'
);

-- Keys of sealed units, apart from the events: a schema, and so a backup, of their own.
create schema sealing;

create table sealing.unit_key (
    unit_id     uuid        constraint unit_key_pk primary key,
    kind        text        not null,
    wrapped_key bytea       not null,
    created_at  timestamptz not null
);
