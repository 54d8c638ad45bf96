-- Who watches over firing: how far it has come, who keeps it waiting, and the canary that is fired like any alert.

-- Streams that speak of no complaint.
create function deadline.watermark_stream() returns uuid language sql immutable
    return '8f7d5a40-6a0e-8d01-9c00-000000000001'::uuid;
create function deadline.canary_stream() returns uuid language sql immutable
    return '8f7d5a40-6a0e-8d01-9c00-000000000002'::uuid;

-- Everything due until then, of what is armed, has fired. A rung that was reached and is not told holds it back to just
-- before itself. Under the log's lock it is exact; without, it is as good as a glance. It does not rely on the frontier: that
-- is held against it.
create function deadline.fired_until() returns timestamptz
    language sql volatile
    return least(event_log.now(),
                 (select min(next_at) - interval '1 microsecond' from deadline.due
                   where not decides and next_at < 'infinity'),
                 (select min(next_at) - interval '1 microsecond' from deadline.due
                   where decides and next_at < 'infinity'));

-- When the watermark was last told, by any replica. Real time: a journey in time makes no minute shorter.
create table deadline.watermark (
    only_one boolean     primary key default true constraint watermark_is_one_row check (only_one),
    told_at  timestamptz not null
);
insert into deadline.watermark (told_at) values ('-infinity');

-- Tells how far firing has come, if nobody did for that long. Taken under the log's lock, like every batch of firing, so that
-- it is never ahead of a rung that somebody is just telling. Returns whether it was told.
create function deadline.tell_watermark(every interval) returns boolean
    language plpgsql volatile
as $$
declare
    recorded timestamptz;
    moment   timestamptz;
    until    timestamptz;
begin
    if exists (select from deadline.watermark where told_at > clock_timestamp() - every) then
        return false;
    end if;
    recorded := event_log.lock();
    update deadline.watermark set told_at = clock_timestamp() where told_at <= clock_timestamp() - every;
    if not found then -- another replica told it while the lock was awaited
        return false;
    end if;
    moment := event_log.now();
    until := deadline.fired_until();
    update deadline.frontier set at = until where at > until; -- somebody wrote by hand what is due before
    perform event_log.record(
        recorded, array[deadline.watermark_stream()], array[uuidv7()], array['firing.watermark'], array[1],
        array[json_build_object('firedUntil', to_char(until at time zone 'UTC',
                                                      'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text],
        array[json_build_object('actor', 'deadline-service', 'correlationId', uuidv7())::text], array[moment]);
    return true;
end
$$;

-- Transactions of this database that hold what firing needs: those for which a session waits that are not waiting themselves,
-- and whoever has the log's lock or rows of deadline.due or deadline.ladder for longer than a batch takes. No query text: it could hold data.
-- Of sessions of other roles the age is known only to a service that may read all statistics (pg_read_all_stats).
create function deadline.holding_back(longer_than interval)
    returns table (pid int, application text, state text, seconds double precision)
    language sql volatile
as $$
    with here as (
        select l.* from pg_locks l
         where l.database = (select oid from pg_database where datname = current_database())
    ), waiting as (
        select pid from pg_locks where not granted
    ), holding as (
        select unnest(pg_blocking_pids(pid)) as pid from here where not granted
        union
        select pid from here
         where granted
           and (locktype = 'advisory' and classid = 0 and objid = x'4152595A'::int::oid
                or locktype = 'relation' and relation = any (array['deadline.due', 'deadline.ladder']::regclass[])
                   and mode in ('RowShareLock', 'RowExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock',
                                'ExclusiveLock', 'AccessExclusiveLock'))
    )
    select s.pid, s.application_name, s.state,
           extract(epoch from clock_timestamp() - s.xact_start)::double precision
      from holding join pg_stat_activity s using (pid)
     where s.pid <> pg_backend_pid() and s.pid not in (select w.pid from waiting w)
       and coalesce(s.xact_start < clock_timestamp() - longer_than, true)
     order by s.xact_start
$$;

-- When the last canary was let out, by any replica. Real time, so that no journey in time meets one at each hour of its way.
create table deadline.canary (
    only_one   boolean     primary key default true constraint canary_is_one_row check (only_one),
    let_out_at timestamptz not null
);
insert into deadline.canary (let_out_at) values ('-infinity');

-- Arms a canary that is due at once, if none was for that long: a rung like any other, which firing tells as firing.canary.
-- One that was not fired yet is left alone, so that it comes late and not never. Appends nothing, which is what it returns.
create function deadline.let_canary_out(every interval) returns boolean
    language plpgsql volatile
as $$
declare
    moment timestamptz;
begin
    if exists (select from deadline.canary where let_out_at <= clock_timestamp() - every) then
        perform event_log.lock();
        moment := event_log.now();
        update deadline.canary set let_out_at = clock_timestamp() where let_out_at <= clock_timestamp() - every;
        if found and not exists (select from deadline.due
                                  where deadline = deadline.canary_stream() and next_at < 'infinity') then
            perform deadline.arm(array[jsonb_build_object(
                'deadline', deadline.canary_stream(), 'complaint', deadline.canary_stream(),
                'version', event_log.version(deadline.canary_stream()),
                'rungs', jsonb_build_array(jsonb_build_object(
                    'at', moment, 'rung', 'canary', 'severity', 'info', 'audience', 'nobody', 'alert', uuidv7(),
                    'decides', false)),
                'breach', '{"trial": true}', 'alert', '{"skipped": []}',
                'metadata', json_build_object('actor', 'deadline-service', 'correlationId', uuidv7())::text)]);
        end if;
    end if;
    return false;
end
$$;

-- Passes of the reconciler over all complaints: what it found, and up to where it has come. One runs at a time. Real time.
create table deadline.reconciliation (
    id          uuid        constraint reconciliation_pk primary key default uuidv7(),
    reason      text        not null
        constraint reconciliation_reason_known check (reason in ('start', 'schedule', 'asked')),
    asked_by    text,
    began_at    timestamptz not null default clock_timestamp(),
    finished_at timestamptz,
    came_to     uuid        not null default '00000000-0000-0000-0000-000000000000',
    checked     bigint      not null default 0,
    missing     bigint      not null default 0,
    surplus     bigint      not null default 0,
    wrong_time  bigint      not null default 0,
    altered     bigint      not null default 0,
    failed      bigint      not null default 0
);
create unique index reconciliation_running on deadline.reconciliation ((true)) where finished_at is null;

comment on column deadline.reconciliation.failed is 'complaints that could not be compared';

-- The next complaints in the order of their ids: those of whose history there is a beginning, and those that anything is armed for.
create function deadline.complaints_after(after uuid, at_most int) returns setof uuid
    language sql stable
as $$
    (select stream_id from event_log.event
      where stream_id > after and version = 1 and type = 'facts.noted' order by stream_id limit at_most)
    union
    (select distinct complaint from deadline.ladder
      where complaint > after and complaint <> deadline.canary_stream() order by complaint limit at_most)
    order by 1 limit at_most
$$;

-- What is armed for complaints, as a JSON array in the form in which it was armed, but without the rungs that were told; and the
-- version of the complaint's stream at that moment.
create function deadline.armed(complaints uuid[])
    returns table (complaint uuid, version bigint, rows text)
    language sql stable
as $$
    select c, event_log.version(c),
           (select coalesce(json_agg(json_build_object(
                       'deadline', l.deadline, 'alert', l.alert, 'breach', l.breach, 'metadata', l.metadata,
                       'rungs', (select coalesce(json_agg(l.rung_said[n]::jsonb || jsonb_build_object(
                                            'at', case when n = d.rung then d.next_at else l.rung_at[n] end,
                                            'decides', case when n = d.rung then d.decides else l.rung_decides[n] end)
                                            order by n), '[]')
                                   from generate_series(d.rung, cardinality(l.rung_at)) n))), '[]')
              from deadline.ladder l left join deadline.due d using (deadline) where l.complaint = c)::text
      from unnest(complaints) c
$$;

-- Takes away what is armed for a complaint and should not be, if nothing was decided on the complaint since that version.
create function deadline.disarm(complaint_id uuid, decided_version bigint, surplus uuid[]) returns void
    language plpgsql volatile
as $$
begin
    perform event_log.lock();
    delete from deadline.ladder l
     where l.deadline = any (surplus) and l.complaint = complaint_id
       and event_log.version(complaint_id) = decided_version;
end
$$;
