-- Who is still to be told, and when to try next. Rows are written with the events that change them; couriers of any
-- replica claim what is due for a short time, so that no transaction is open while a mail server is awaited.

create schema notification;

create table notification.delivery (
    alert           uuid        not null,
    recipient       text        not null,
    channel         text        not null,
    state           text        not null
        constraint delivery_state_known check (state in ('queued', 'handed-over', 'bounced', 'cancelled')),
    attempts        int         not null,
    next_attempt_at timestamptz not null,
    constraint delivery_pk primary key (alert, recipient, channel)
) with (fillfactor = 70);

create index delivery_due on notification.delivery (next_attempt_at) where state = 'queued';

comment on column notification.delivery.next_attempt_at is
    'Real time, not the product''s clock: mail servers do not travel in time. A claim moves it by the length of the lease';

-- Inline rows of appends: {alert, recipient, channel, state, attempts, wait}. The last one of a delivery counts.
create function notification.put_deliveries(rows jsonb[]) returns void
    language sql volatile
as $$
    insert into notification.delivery as d (alert, recipient, channel, state, attempts, next_attempt_at)
    select distinct on (1, 2, 3)
           (r ->> 'alert')::uuid, r ->> 'recipient', r ->> 'channel', r ->> 'state', (r ->> 'attempts')::int,
           clock_timestamp() + (r ->> 'wait')::interval
      from unnest(rows) with ordinality as u (r, n)
     order by 1, 2, 3, n desc
    on conflict on constraint delivery_pk do update
       set state = excluded.state, attempts = excluded.attempts, next_attempt_at = excluded.next_attempt_at
$$;

create function notification.claim_deliveries(at_most int, lease_seconds int)
    returns table (alert uuid, recipient text, channel text)
    language sql volatile
as $$
    with due as (
        select alert, recipient, channel
          from notification.delivery
         where state = 'queued' and next_attempt_at <= clock_timestamp()
         order by next_attempt_at
         limit at_most
           for update skip locked
    )
    update notification.delivery d
       set next_attempt_at = clock_timestamp() + make_interval(secs => lease_seconds)
      from due
     where (d.alert, d.recipient, d.channel) = (due.alert, due.recipient, due.channel)
    returning d.alert, d.recipient, d.channel
$$;
