-- What is to be said next about each running deadline. Rows are written in the transaction of the event that changes their
-- deadline, and moved on in the transaction that appends the alert: nothing is in flight outside of a transaction.
-- Whoever writes here takes event_log.lock() first.
create schema deadline;

-- What is told at each rung still ahead, in the order of time: written when the deadline is armed, then only read. An event is
-- put together from three JSON objects, none of them empty, so that firing has nothing to compute.
create table deadline.ladder (
    deadline     uuid          constraint ladder_pk primary key,
    complaint    uuid          not null,
    rung_at      timestamptz[] not null,
    rung_decides boolean[]     not null,
    rung_code    text[]        not null,
    rung_said    text[]        not null,
    breach       text          not null,
    alert        text          not null,
    metadata     text          not null,
    constraint ladder_rungs_match check (cardinality(rung_at) > 0
        and cardinality(rung_at) = all (array[cardinality(rung_decides), cardinality(rung_code), cardinality(rung_said)]))
) with (toast_tuple_target = 8000);

comment on column deadline.ladder.rung_said is 'what alert.raised says of the rung';
comment on column deadline.ladder.breach is 'data of deadline.breached, which alert.raised repeats';
comment on column deadline.ladder.alert is 'what alert.raised says beside, whatever the rung';

create index ladder_complaint on deadline.ladder (complaint);

-- Which rung is the next, from 1: small, because every alert rewrites it.
create table deadline.due (
    deadline uuid        constraint due_pk primary key
                         constraint due_has_a_ladder references deadline.ladder on delete cascade,
    next_at  timestamptz not null,
    rung     int         not null,
    decides  boolean     not null
) with (fillfactor = 80);

comment on column deadline.due.next_at is 'when the next rung is reached; infinity when all have been';
comment on column deadline.due.decides is 'the next rung is not told by copying: the complaint has to be decided on';

create index due_to_fire on deadline.due (next_at) where not decides and next_at < 'infinity';
create index due_to_decide on deadline.due (next_at) where decides and next_at < 'infinity';

-- No rung that is told by copying is due before. Looking from here on passes by what was told already, which stays in the index
-- for as long as any transaction might still see it.
create table deadline.frontier (
    only_one boolean     primary key default true constraint frontier_is_one_row check (only_one),
    at       timestamptz not null
);
insert into deadline.frontier (at) values ('-infinity');

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
    delete from deadline.ladder
     where deadline in (select (r ->> 'deadline')::uuid from deadline.current(rows) r
                         where jsonb_array_length(r -> 'rungs') = 0);

    with ladder as (
        insert into deadline.ladder (deadline, complaint, rung_at, rung_decides, rung_code, rung_said, breach, alert, metadata)
        select (r ->> 'deadline')::uuid, (r ->> 'complaint')::uuid, g.at, g.decides, g.code, g.said,
               r ->> 'breach', r ->> 'alert', r ->> 'metadata'
          from deadline.current(rows) r,
               lateral (select array_agg((e ->> 'at')::timestamptz order by n) as at,
                               array_agg((e ->> 'decides')::boolean order by n) as decides,
                               array_agg(e ->> 'rung' order by n) as code,
                               array_agg((e - 'decides')::text order by n) as said
                          from jsonb_array_elements(r -> 'rungs') with ordinality as x (e, n)) g
         where jsonb_array_length(r -> 'rungs') > 0
            on conflict (deadline) do update
               set complaint = excluded.complaint, rung_at = excluded.rung_at, rung_decides = excluded.rung_decides,
                   rung_code = excluded.rung_code, rung_said = excluded.rung_said, breach = excluded.breach,
                   alert = excluded.alert, metadata = excluded.metadata
        returning deadline, rung_at[1] as at, rung_decides[1] as decides
    ), due as (
        insert into deadline.due (deadline, next_at, rung, decides)
        select deadline, at, 1, decides from ladder
            on conflict (deadline) do update
               set next_at = excluded.next_at, rung = 1, decides = excluded.decides
             where (due.next_at, due.rung, due.decides) is distinct from (excluded.next_at, 1, excluded.decides)
    )
    update deadline.frontier f set at = soonest.at from (select min(at) as at from ladder) soonest where soonest.at < f.at;
$$;

-- The JSON object that says what both say. Neither may be empty.
create function deadline.joined(one text, other text) returns text
    language sql immutable parallel safe
    return left(one, -1) || ',' || substr(other, 2);

-- Moves the frontier on to what is due next, or to that moment: seldom, because each of its own old rows stays for as long, too.
create function deadline.advance(moment timestamptz) returns void
    language sql volatile
    set enable_seqscan = off
as $$
    update deadline.frontier f set at = next.at
      from (select least(moment, min(next_at)) as at from deadline.due
             where not decides and next_at < 'infinity' and next_at >= (select at from deadline.frontier)) next
     where next.at > f.at + interval '10 seconds';
$$;

-- Tells at most `batch` rungs that are due: appends alert.raised (at the end of a term deadline.breached before it) and
-- moves each deadline to its next rung. The log's lock comes before any row lock. Returns how many rungs were told. Time goes on
-- while this runs: nothing that is reached after the time of recording is told yet, or it would be recorded before it happened.
create function deadline.fire(batch int) returns int
    language plpgsql volatile
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
declare
    recorded  timestamptz := event_log.lock();
    moment    timestamptz := least(recorded, event_log.now());
    beginning timestamptz := (select at from deadline.frontier);
    told      record;
begin
    with claimed as (
        select ctid from deadline.due
         where next_at between beginning and moment and not decides and next_at < 'infinity'
         order by next_at limit batch
           for update skip locked
    ), moved as (
        update deadline.due d
           set rung = d.rung + 1,
               next_at = coalesce(l.rung_at[d.rung + 1], 'infinity'),
               decides = coalesce(l.rung_decides[d.rung + 1], false)
          from claimed, deadline.ladder l
         where d.ctid = claimed.ctid and l.deadline = d.deadline
        returning old.next_at as at, l.complaint, l.rung_code[old.rung] as code, l.rung_said[old.rung] as said,
                  l.breach, l.alert, l.metadata
    ), events as (
        select at, complaint, 2 as nth, case code when 'canary' then 'firing.canary' else 'alert.raised' end as type,
               deadline.joined(deadline.joined(breach, alert), said) as data, metadata
          from moved
        union all
        select at, complaint, 1, 'deadline.breached', breach, metadata from moved where code = 'breach'
    )
    select count(*) filter (where nth = 2)::int as rungs,
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
        perform deadline.advance(moment);
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
      from (select min(next_at) as next_at from deadline.due
             where not decides and next_at < 'infinity' and next_at >= (select at from deadline.frontier)
            union all
            select min(next_at) from deadline.due where decides and next_at < 'infinity') soonest;
$$;
