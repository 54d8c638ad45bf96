-- Events of other services that could not be taken in, and the later ones of the same lane behind them. A lane is one
-- topic and one subject: within it, events are taken in one after the other.

create table event_log.parked_event (
    n             bigint generated always as identity constraint parked_event_pk primary key,
    topic         text        not null,
    subject       text        not null,
    lane          text        not null generated always as (topic || '/' || subject) stored,
    source        text        not null,
    sequence      bigint      not null,
    type          text        not null,
    reason        text        not null,
    "partition"   int         not null,
    "offset"      bigint      not null,
    header_names  text[]      not null,
    header_values bytea[]     not null,
    value         bytea       not null,
    parked_at     timestamptz not null,
    constraint parked_event_source_sequence_unique unique (source, sequence)
);
create index parked_event_lane on event_log.parked_event (lane, n);

comment on table event_log.parked_event is
    'As received. A row whose sequence its inbox has reached was taken in since; it means nothing and is swept away';

-- Records at fault. Those that are parked too leave their bytes there; what is settled stays as a note.
create table event_log.dead_letter (
    id            bigint generated always as identity constraint dead_letter_pk primary key,
    topic         text        not null,
    "partition"   int         not null,
    "offset"      bigint      not null,
    subject       text,
    type          text,
    source        text,
    sequence      bigint,
    reason        text        not null,
    header_names  text[]      not null default '{}',
    header_values bytea[]     not null default '{}',
    value         bytea,
    died_at       timestamptz not null,
    settled_at    timestamptz,
    constraint dead_letter_origin_unique unique (topic, "partition", "offset")
);
create index dead_letter_open on event_log.dead_letter (id) where settled_at is null;

-- How far a source was taken in.
create function event_log.received(of_source text) returns bigint
    language sql stable
    return coalesce((select sequence from event_log.inbox where source = of_source), 0);

create view event_log.waiting_event as
select p.* from event_log.parked_event p
 where not exists (select from event_log.inbox i where i.source = p.source and i.sequence >= p.sequence);

-- The source whose turn it is in a lane: that of the event parked first. Null if nothing waits there.
create function event_log.turn(of_lane text) returns text
    language sql stable
    return (select source from event_log.waiting_event where lane = of_lane order by n limit 1);

-- One row per parked lane. next is the event whose turn it is; null while it is missing, which is a hole.
create view event_log.parked_lane as
select l.topic, l.subject, l.events, l.since, next.n as next, next.type, coalesce(next.reason, 'hole') as reason
  from (select topic, subject, count(*) as events, min(parked_at) as since, (array_agg(source order by n))[1] as turn
          from event_log.waiting_event group by topic, subject) l
  left join event_log.parked_event next
    on next.source = l.turn and next.sequence = event_log.received(l.turn) + 1;

-- What event_log.append decided, but nobody passes in a parked lane: an event of another source than the one whose
-- turn it is meets a hole. Call it under the log's lock.
create function event_log.keep_order(outcomes event_log.outcome[], sources text[], lanes text[])
    returns event_log.outcome[]
    language plpgsql stable
as $$
begin
    if not exists (select from event_log.parked_event) then
        return outcomes;
    end if;
    return (select array_agg(case when d.outcome in ('appended', 'conflict') and event_log.turn(d.lane) <> d.source
                                  then 'hole'::event_log.outcome
                                  else d.outcome end order by d.n)
              from unnest(outcomes, sources, lanes) with ordinality as d (outcome, source, lane, n));
end
$$;

-- Parks an event, or tells why there is no need: 'received', it was taken in meanwhile; 'free', it was to wait for its
-- turn ('hole') and its turn has come. An event at fault is a dead letter as well. Parking again changes nothing but the reason.
create function event_log.park(
    in_topic text, in_partition int, in_offset bigint, in_subject text, in_source text, in_sequence bigint,
    in_type text, in_reason text, at_fault boolean, in_header_names text[], in_header_values bytea[], in_value bytea)
    returns text
    language plpgsql volatile
as $$
declare
    recorded  timestamptz := event_log.lock(); -- first, as whoever writes: an append decides by what is parked
    taken     bigint      := event_log.received(in_source);
    turn      text        := event_log.turn(in_topic || '/' || in_subject);
begin
    if in_sequence <= taken then
        return 'received';
    end if;
    if in_reason = 'hole' and in_sequence = taken + 1 and (turn is null or turn = in_source) then
        return 'free';
    end if;
    insert into event_log.parked_event as p (topic, subject, source, sequence, type, reason, "partition", "offset",
                                             header_names, header_values, value, parked_at)
    values (in_topic, in_subject, in_source, in_sequence, in_type,
            case when in_reason = 'hole' and turn is not null then 'behind' else in_reason end,
            in_partition, in_offset, in_header_names, in_header_values, in_value, recorded)
    on conflict (source, sequence) do update set reason = excluded.reason
     where excluded.reason not in ('hole', 'behind');
    if at_fault then
        insert into event_log.dead_letter (topic, "partition", "offset", subject, type, source, sequence, reason, died_at)
        values (in_topic, in_partition, in_offset, in_subject, in_type, in_source, in_sequence, in_reason, recorded)
        on conflict on constraint dead_letter_origin_unique do update set reason = excluded.reason, settled_at = null;
    end if;
    return 'parked';
end
$$;

-- Forgets what was taken in since it was parked, and settles its dead letters.
create function event_log.sweep_parking() returns void
    language sql volatile
as $$
    delete from event_log.parked_event p using event_log.inbox i
     where i.source = p.source and i.sequence >= p.sequence;
    update event_log.dead_letter d set settled_at = event_log.now() from event_log.inbox i
     where d.settled_at is null and i.source = d.source and i.sequence >= d.sequence;
$$;
