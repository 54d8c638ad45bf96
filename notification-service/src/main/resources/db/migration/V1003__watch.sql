-- What is heard of firing, and the alarms of this house: about the watermark that stands still and the canary that does not come.
-- Nothing in here concerns a complaint.

-- Until when everything has fired, as the deadline service said last.
create table notification.watermark (
    only_one    boolean     primary key default true constraint watermark_is_one_row check (only_one),
    fired_until timestamptz not null default '-infinity',
    moved_at    timestamptz not null default clock_timestamp()
);
insert into notification.watermark default values;
comment on column notification.watermark.moved_at is 'Real time: when it was last heard that it moved';

-- Inline rows of appends: {firedUntil}.
create function notification.watermark_came(rows jsonb[]) returns void
    language sql volatile
as $$
    update notification.watermark w
       set fired_until = said.until, moved_at = clock_timestamp()
      from (select max((r ->> 'firedUntil')::timestamptz) as until from unnest(rows) r) said
     where w.fired_until <> said.until
$$;

-- The canary that came last, and whether it still has to get to the mailbox.
create table notification.canary (
    only_one        boolean          primary key default true constraint canary_is_one_row check (only_one),
    canary          uuid,
    due_at          timestamptz,
    next_attempt_at timestamptz      not null default 'infinity',
    arrived_at      timestamptz      not null default clock_timestamp(),
    lateness        double precision not null default 0
);
insert into notification.canary default values;
comment on column notification.canary.next_attempt_at is 'Real time; infinity where there is nothing to send';
comment on column notification.canary.arrived_at is 'Real time: when the mail server last took one';
comment on column notification.canary.lateness is 'Seconds from when that one was due until the mail server took it';

-- Inline rows of appends: {canary, dueAt}.
create function notification.canary_came(rows jsonb[]) returns void
    language sql volatile
as $$
    update notification.canary c
       set canary = (said.r ->> 'canary')::uuid, due_at = (said.r ->> 'dueAt')::timestamptz,
           next_attempt_at = clock_timestamp()
      from (select r from unnest(rows) r order by (r ->> 'dueAt')::timestamptz desc limit 1) said
     where c.due_at is null or c.due_at <= (said.r ->> 'dueAt')::timestamptz
$$;

-- Lets one replica try to send the canary; a claim is a lease.
create function notification.claim_canary(lease_seconds int) returns table (canary uuid, due_at timestamptz)
    language sql volatile
as $$
    update notification.canary c set next_attempt_at = clock_timestamp() + make_interval(secs => lease_seconds)
     where c.next_attempt_at <= clock_timestamp()
    returning c.canary, c.due_at
$$;

create function notification.canary_arrived(which uuid) returns void
    language sql volatile
as $$
    update notification.canary c
       set next_attempt_at = 'infinity', arrived_at = clock_timestamp(),
           lateness = greatest(0, extract(epoch from event_log.now() - c.due_at))
     where c.canary = which and c.next_attempt_at < 'infinity'
$$;

-- Alarms that stand, since when the sign that is missed was last seen, and letters about them that are still to be sent. Real time.
create table notification.alarm (
    kind  text constraint alarm_pk primary key
        constraint alarm_kind_known check (kind in ('watermark', 'canary')),
    since timestamptz
);
insert into notification.alarm (kind) values ('watermark'), ('canary');

create table notification.alarm_letter (
    id              uuid        constraint alarm_letter_pk primary key default uuidv7(),
    kind            text        not null,
    ended           boolean     not null,
    since           timestamptz not null,
    recipient       text        not null,
    next_attempt_at timestamptz not null default clock_timestamp()
);
comment on column notification.alarm_letter.ended is 'says that all is well again';

-- Raises an alarm or ends it, once for each standstill however many replicas find it, and queues a letter about it to each
-- recipient. Without patience the sign is not waited for. Returns what happened: raised, ended, or nothing.
create function notification.settle_alarm(which text, patience interval, may_raise boolean, recipients text[]) returns text
    language plpgsql volatile
as $$
declare
    stands_since timestamptz;
    seen_at      timestamptz;
    missed       boolean;
begin
    select since into stands_since from notification.alarm where kind = which for update;
    seen_at := case which when 'watermark' then (select moved_at from notification.watermark)
                          else (select arrived_at from notification.canary) end;
    missed := coalesce(seen_at < clock_timestamp() - patience, false);
    if missed = (stands_since is not null) or missed and not may_raise then
        return null;
    end if;
    update notification.alarm set since = case when missed then seen_at end where kind = which;
    insert into notification.alarm_letter (kind, ended, since, recipient)
    select which, not missed, coalesce(stands_since, seen_at), r from unnest(recipients) r;
    return case when missed then 'raised' else 'ended' end;
end
$$;

create function notification.claim_alarm_letters(at_most int, lease_seconds int)
    returns setof notification.alarm_letter
    language sql volatile
as $$
    with due as (
        select id from notification.alarm_letter
         where next_attempt_at <= clock_timestamp() order by id limit at_most for update skip locked
    )
    update notification.alarm_letter l
       set next_attempt_at = clock_timestamp() + make_interval(secs => lease_seconds)
      from due
     where l.id = due.id
    returning l.*
$$;

-- All that is known of firing, in one look.
create function notification.signs_of_life()
    returns table (fired_until timestamptz, standing double precision, unseen double precision, lateness double precision,
                   watermark_alarm boolean, canary_alarm boolean)
    language sql volatile
as $$
    select w.fired_until, extract(epoch from clock_timestamp() - w.moved_at)::double precision,
           extract(epoch from clock_timestamp() - c.arrived_at)::double precision, c.lateness,
           (select since is not null from notification.alarm where kind = 'watermark'),
           (select since is not null from notification.alarm where kind = 'canary')
      from notification.watermark w, notification.canary c
$$;
