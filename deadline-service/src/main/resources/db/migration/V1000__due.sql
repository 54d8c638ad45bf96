-- What is to be said next about each running deadline. A row is written in the transaction of the event that changes its
-- deadline, and moved on in the transaction that appends the alert: nothing is in flight outside of a transaction.
create schema deadline;

-- The arrays hold the rungs still ahead, in the order of time; `rung` is the next of them, from 1.
create table deadline.due (
    deadline      uuid          constraint due_pk primary key,
    complaint     uuid          not null,
    next_at       timestamptz   not null,
    decides       boolean       not null,
    rung          int           not null default 1,
    rung_at       timestamptz[] not null,
    rung_code     text[]        not null,
    rung_severity text[]        not null,
    rung_audience text[]        not null,
    rung_alert    uuid[]        not null,
    rung_decides  boolean[]     not null,
    alert         text          not null,
    breach        text          not null,
    metadata      text          not null,
    constraint due_rungs_match check (cardinality(rung_at) > 0
        and cardinality(rung_at) = all (array[cardinality(rung_code), cardinality(rung_severity),
            cardinality(rung_audience), cardinality(rung_alert), cardinality(rung_decides)]))
) with (fillfactor = 80);

comment on column deadline.due.next_at is 'when the next rung is reached; infinity when all have been';
comment on column deadline.due.decides is 'the next rung is not told by copying: the complaint has to be decided on';
comment on column deadline.due.alert is 'data of alert.raised, but for what differs from rung to rung';
comment on column deadline.due.breach is 'data of deadline.breached';

create index due_to_fire on deadline.due (next_at) where not decides and next_at < 'infinity';
create index due_to_decide on deadline.due (next_at) where decides and next_at < 'infinity';
create index due_complaint on deadline.due (complaint);

-- The rows that follow from the latest version of their complaint's stream.
create function deadline.current(rows jsonb[]) returns setof jsonb
    language sql stable
as $$
    select r from unnest(rows) r where event_log.version((r ->> 'complaint')::uuid) = (r ->> 'version')::bigint;
$$;

-- Arms deadlines: a row replaces what was armed before; without rungs it disarms. Written inline with an append. A row of a
-- decision without events is not checked by the append, so it says itself which version of the stream it follows from: one
-- that another decision has overtaken is void.
create function deadline.arm(rows jsonb[]) returns void
    language sql volatile
as $$
    delete from deadline.due
     where deadline in (select (r ->> 'deadline')::uuid from deadline.current(rows) r
                         where jsonb_array_length(r -> 'rungs') = 0);

    insert into deadline.due (deadline, complaint, next_at, decides, rung_at, rung_code, rung_severity, rung_audience,
                              rung_alert, rung_decides, alert, breach, metadata)
    select (r ->> 'deadline')::uuid, (r ->> 'complaint')::uuid, g.at[1], g.decides[1], g.at, g.code, g.severity,
           g.audience, g.alert, g.decides, r ->> 'alert', r ->> 'breach', r ->> 'metadata'
      from deadline.current(rows) r,
           lateral (select array_agg((e ->> 'at')::timestamptz order by n) as at,
                           array_agg(e ->> 'rung' order by n) as code,
                           array_agg(e ->> 'severity' order by n) as severity,
                           array_agg(e ->> 'audience' order by n) as audience,
                           array_agg((e ->> 'alert')::uuid order by n) as alert,
                           array_agg((e ->> 'decides')::boolean order by n) as decides
                      from jsonb_array_elements(r -> 'rungs') with ordinality as x (e, n)) g
     where jsonb_array_length(r -> 'rungs') > 0
        on conflict (deadline) do update
           set complaint = excluded.complaint, next_at = excluded.next_at, decides = excluded.decides, rung = 1,
               rung_at = excluded.rung_at, rung_code = excluded.rung_code, rung_severity = excluded.rung_severity,
               rung_audience = excluded.rung_audience, rung_alert = excluded.rung_alert,
               rung_decides = excluded.rung_decides, alert = excluded.alert, breach = excluded.breach,
               metadata = excluded.metadata;
$$;

-- Tells at most `batch` rungs that are due: appends alert.raised (at the end of a term deadline.breached before it) and
-- moves each deadline to its next rung. The log's lock comes before any row lock. Returns how many rungs were told. Time goes on
-- while this runs: nothing that is reached after the time of recording is told yet, or it would be recorded before it happened.
create function deadline.fire(batch int) returns int
    language plpgsql volatile
as $$
declare
    recorded timestamptz := event_log.lock();
    moment   timestamptz := least(recorded, event_log.now());
    told     record;
begin
    with claimed as (
        select deadline from deadline.due
         where next_at <= moment and not decides and next_at < 'infinity'
         order by next_at limit batch
           for update skip locked
    ), moved as (
        update deadline.due d
           set rung = d.rung + 1,
               next_at = coalesce(d.rung_at[d.rung + 1], 'infinity'),
               decides = coalesce(d.rung_decides[d.rung + 1], false)
          from claimed
         where d.deadline = claimed.deadline
        returning old.*
    ), events as (
        select complaint, rung_at[rung] as at, metadata, said.*
          from moved,
               lateral (values (1, 'deadline.breached', breach),
                               (2, case rung_code[rung] when 'canary' then 'firing.canary' else 'alert.raised' end,
                                (alert::jsonb || jsonb_build_object(
                                      'alert', rung_alert[rung], 'rung', rung_code[rung], 'at', rung_at[rung],
                                      'severity', rung_severity[rung], 'audience', rung_audience[rung]))::text))
                       as said (nth, type, data)
         where said.nth = 2 or rung_code[rung] = 'breach'
    )
    select (select count(*)::int from moved) as rungs,
           array_agg(complaint order by at, complaint, nth) as streams,
           array_agg(uuidv7() order by at, complaint, nth) as ids,
           array_agg(type order by at, complaint, nth) as types,
           array_agg(1 order by at, complaint, nth) as schema_versions,
           array_agg(data order by at, complaint, nth) as data,
           array_agg(metadata order by at, complaint, nth) as metadata,
           array_agg(at order by at, complaint, nth) as occurred
      into told
      from events;

    if told.rungs > 0 then
        perform event_log.record(recorded, told.streams, told.ids, told.types, told.schema_versions, told.data,
                                 told.metadata, told.occurred);
    end if;
    return told.rungs;
end
$$;

-- Deadlines whose next rung was reached some time ago and was not told yet: none, while firing works.
create function deadline.overdue(longer_than interval) returns bigint
    language sql volatile
as $$
    select (select count(*) from deadline.due
             where not decides and next_at < 'infinity' and next_at <= event_log.now() - longer_than)
         + (select count(*) from deadline.due
             where decides and next_at < 'infinity' and next_at <= event_log.now() - longer_than);
$$;

-- Seconds until something is due; null if nothing ever is.
create function deadline.seconds_to_next() returns double precision
    language sql volatile
as $$
    select extract(epoch from min(next_at) - event_log.now())::double precision
      from (select min(next_at) as next_at from deadline.due where not decides and next_at < 'infinity'
            union all
            select min(next_at) from deadline.due where decides and next_at < 'infinity') soonest;
$$;
