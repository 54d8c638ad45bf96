-- Takes the one lock of the log, held to the commit, and tells when events written under it are recorded: the clock's
-- time, but never before that of the event before. Call it in a statement of its own (or from plpgsql): what the same
-- SQL statement reads was seen before the lock was given.
create function event_log.lock() returns timestamptz
    language plpgsql volatile
    set lock_timeout = '8s'
as $$
begin
    perform pg_advisory_xact_lock(x'4152595A'::int); -- 'ARYZ': the only advisory lock of the event log
    perform from event_log.home
      where (server_start, file) = (pg_postmaster_start_time(), pg_relation_filepath('event_log.event'));
    if not found then
        perform event_log.move(); -- the server was started, or this is a copy
    end if;
    return greatest(event_log.now(), (select recorded_at from event_log.event order by position desc limit 1));
end
$$;

-- Once this has committed, all that was committed before it is on disk, also by transactions that did not wait for that. It
-- writes a few bytes that nobody reads, because the commit of a transaction that wrote nothing flushes nothing.
create function event_log.flush() returns void
    language plpgsql volatile
as $$
begin
    perform pg_logical_emit_message(true, 'event_log.flush', '');
end
$$;

-- Version of a stream now; 0 if it has no events.
create function event_log.version(stream uuid) returns bigint
    language sql stable
    return coalesce((select max(version) from event_log.event where stream_id = stream), 0);

-- SHA-256 over everything that an event says, before it has a position and a time of recording: a tag, then each field
-- with its length in bytes before it (null is length -1), numbers big-endian. Writers outside of the database compute the
-- same.
create function event_log.content_digest(
    id uuid, stream uuid, version bigint, type text, schema_version int, occurred_at timestamptz, data text,
    sealed text, metadata text) returns bytea
    language sql stable parallel safe
    return sha256(convert_to(E'aryz-event-1\n', 'UTF8')
        || '\x00000010' || uuid_send(id)
        || '\x00000010' || uuid_send(stream)
        || '\x00000008' || int8send(version)
        || int4send(octet_length(type)) || convert_to(type, 'UTF8')
        || '\x00000004' || int4send(schema_version)
        || '\x00000008' || int8send((extract(epoch from occurred_at) * 1000000)::bigint)
        || (int4send(octet_length(data)) || convert_to(data, 'UTF8'))
        || coalesce(int4send(octet_length(sealed)) || convert_to(sealed, 'UTF8'), '\xffffffff')
        || (int4send(octet_length(metadata)) || convert_to(metadata, 'UTF8')));

create function event_log.link(hash bytea, start bytea, digest bytea) returns bytea
    language plpgsql immutable parallel safe
as $$
begin
    return sha256(coalesce(hash, start) || digest);
end
$$;

-- Chains digests: each hash is over the one before it, the first over the hash that the stream had.
create aggregate event_log.chain(start bytea, digest bytea) (sfunc = event_log.link, stype = bytea);

-- Adds events that were decided under the lock, each at the next version of its stream, in the order given. For
-- set-based writers, which hold the lock already: recorded is what event_log.lock() told.
create function event_log.record(
    recorded timestamptz, streams uuid[], ids uuid[], types text[], schema_versions int[], data text[],
    metadata text[], occurred timestamptz[]) returns void
    language sql volatile
    set enable_seqscan = off
    set work_mem = '32MB'
as $$
    with added as (
        select a.*, coalesce(h.hash, decode(repeat('00', 32), 'hex')) as head,
               coalesce(h.version, 0) + row_number() over (partition by a.stream order by a.n) as version
          from unnest(streams, ids, types, schema_versions, data, metadata, occurred) with ordinality
               as a (stream, id, type, schema_version, data, metadata, occurred, n)
          left join lateral (select e.version, e.hash from event_log.event e
                              where e.stream_id = a.stream order by e.version desc limit 1) h on true
    )
    insert into event_log.event
           (event_id, stream_id, version, type, schema_version, data, metadata, occurred_at, recorded_at, hash)
    select id, stream, version, type, schema_version, data, metadata, occurred, recorded,
           event_log.chain(head, event_log.content_digest(id, stream, version, type, schema_version, occurred, data,
                                                          null, metadata)) over (partition by stream order by n)
      from added order by n
$$;

create type event_log.outcome as enum
    ('appended', 'conflict', 'repeated', 'key-reused', 'already-received', 'hole');

-- What would become of each command if it were appended now. No two commands of a group may share a stream, an
-- idempotency key or a source, so each is decided by itself.
create function event_log.decide(
    stream uuid[], expected bigint[], events int[], scope text[], key text[], hash bytea[], source text[],
    sequence bigint[])
    returns table (outcome event_log.outcome, version bigint, hash bytea, received bigint, answer text)
    language sql volatile
    set enable_seqscan = off
as $$
    select (case
               when k.request_hash = c.hash then 'repeated'
               when k.request_hash is not null then 'key-reused'
               when c.sequence <= coalesce(i.sequence, 0) then 'already-received'
               when c.sequence > coalesce(i.sequence, 0) + 1 then 'hole'
               when c.events > 0 and c.expected <> coalesce(v.version, 0) then 'conflict'
               else 'appended'
           end)::event_log.outcome,
           coalesce(v.version, 0), coalesce(v.hash, decode(repeat('00', 32), 'hex')), coalesce(i.sequence, 0), k.answer
      from unnest(stream, expected, events, scope, key, hash, source, sequence) with ordinality
           as c (stream, expected, events, scope, key, hash, source, sequence, n)
      left join lateral (select request_hash, answer from event_log.idempotency_key
                          where (scope, key) = (c.scope, c.key) limit 1) k on true
      left join lateral (select sequence from event_log.inbox where source = c.source limit 1) i on true
      left join lateral (select version, hash from event_log.event
                          where stream_id = c.stream order by version desc limit 1) v on true
     order by c.n
$$;

-- Appends a group of commands in one statement, each accepted or refused by itself: one row per command, in order.
-- Commands of a group differ in stream, idempotency key and source. Arrays of one prefix run in parallel; event_command,
-- key_command and row_command say to which command (from 1) an element belongs; events come in the order of commands.
create function event_log.append(
    command_stream uuid[], command_expected bigint[], command_events int[], command_scope text[], command_key text[],
    command_hash bytea[], command_answer text[], command_source text[], command_sequence bigint[],
    command_lane text[],
    event_command int[], event_stream uuid[], event_version bigint[], event_id uuid[], event_type text[],
    event_schema_version int[], event_data text[], event_sealed text[], event_metadata text[],
    event_occurred_at timestamptz[], event_digest bytea[],
    key_command int[], key_unit uuid[], key_kind text[], key_wrapped bytea[],
    row_command int[], row_function text[], row_json text[])
    returns table (outcome text, version bigint, "position" bigint, received bigint, answer text)
    language plpgsql volatile
    set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
    recorded  timestamptz := event_log.lock();
    outcomes  event_log.outcome[];
    versions  bigint[];
    heads     bytea[];
    receipts  bigint[];
    earlier   text[];
    positions bigint[];
    inline    record;
begin
    select array_agg(d.outcome), array_agg(d.version), array_agg(d.hash), array_agg(d.received), array_agg(d.answer)
      into outcomes, versions, heads, receipts, earlier
      from event_log.decide(command_stream, command_expected, command_events, command_scope, command_key,
                            command_hash, command_source, command_sequence) d;

    if array_remove(command_lane, null) <> '{}' then
        outcomes := event_log.keep_order(outcomes, command_source, command_lane); -- behind a parked event
    end if;

    with added as (
        insert into event_log.event (event_id, stream_id, version, type, schema_version, data, sealed, metadata,
                                     occurred_at, recorded_at, hash)
        select id, stream, version, type, schema_version, data, sealed, metadata, occurred_at, recorded,
               event_log.chain(heads[command], digest) over (partition by command order by n)
          from unnest(event_command, event_stream, event_version, event_id, event_type, event_schema_version,
                      event_data, event_sealed, event_metadata, event_occurred_at, event_digest) with ordinality
               as e (command, stream, version, id, type, schema_version, data, sealed, metadata, occurred_at, digest, n)
         where outcomes[command] = 'appended'
         order by n
        returning position
    )
    select array_agg(position order by position) into positions from added;

    if cardinality(key_unit) > 0 then
        insert into sealing.unit_key (unit_id, kind, wrapped_key, created_at)
        select unit, kind, wrapped, recorded
          from unnest(key_command, key_unit, key_kind, key_wrapped) as k (command, unit, kind, wrapped)
         where outcomes[command] = 'appended';
    end if;

    if array_remove(command_key, null) <> '{}' then
        insert into event_log.idempotency_key (scope, key, request_hash, answer)
        select c.scope, c.key, c.hash, c.answer
          from unnest(command_scope, command_key, command_hash, command_answer, outcomes)
               as c (scope, key, hash, answer, outcome)
         where c.outcome = 'appended' and c.key is not null;
    end if;

    if array_remove(command_source, null) <> '{}' then
        insert into event_log.inbox as i (source, sequence)
        select c.source, c.sequence
          from unnest(command_source, command_sequence, outcomes) as c (source, sequence, outcome)
         where c.outcome = 'appended' and c.source is not null
        on conflict (source) do update set sequence = excluded.sequence;
    end if;

    for inline in
        select function, array_agg(json::jsonb order by n) as rows
          from unnest(row_command, row_function, row_json) with ordinality as r (command, function, json, n)
         where outcomes[command] = 'appended'
         group by function order by min(n)
    loop
        execute format('select %s($1)', inline.function::regproc) using inline.rows;
    end loop;

    return query
    select c.outcome::text,
           c.version + c.accepted,
           case when c.accepted > 0 then positions[(sum(c.accepted) over (order by c.n))::int] else 0 end,
           c.received, c.answer
      from (select *, case when outcome = 'appended' then events else 0 end as accepted
              from unnest(outcomes, versions, command_events, receipts, earlier) with ordinality
                   as c (outcome, version, events, received, answer, n)) c
     order by c.n;
end
$$;
