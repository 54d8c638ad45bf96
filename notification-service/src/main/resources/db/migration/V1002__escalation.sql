-- Alerts of which somebody must take note and nobody has yet, by when they pass on to the next person. Rows are written
-- with the events that change them; any replica claims what is due for a short time and appends what follows.

create table notification.escalation (
    alert         uuid        constraint escalation_pk primary key,
    due_at        timestamptz not null,
    claimed_until timestamptz not null default '-infinity'
);

create index escalation_due on notification.escalation (due_at);

comment on column notification.escalation.due_at is 'On the product''s clock';
comment on column notification.escalation.claimed_until is 'Real time: a claim is a lease, and leases do not travel in time';

-- Inline rows of appends: {alert, dueAt}. Without dueAt there is nothing to wait for any more. A group of appends holds at
-- most one command per stream, so no alert comes twice in one call.
create function notification.put_escalations(rows jsonb[]) returns void
    language sql volatile
as $$
    delete from notification.escalation e
     using unnest(rows) as r
     where e.alert = (r ->> 'alert')::uuid and r ->> 'dueAt' is null;

    insert into notification.escalation (alert, due_at)
    select (r ->> 'alert')::uuid, (r ->> 'dueAt')::timestamptz
      from unnest(rows) as r
     where r ->> 'dueAt' is not null
     order by 1
    on conflict on constraint escalation_pk do update
       set due_at = excluded.due_at, claimed_until = '-infinity'
$$;

create function notification.claim_escalations(at_most int, lease_seconds int) returns setof uuid
    language sql volatile
as $$
    with due as (
        select alert
          from notification.escalation
         where due_at <= event_log.now() and claimed_until <= clock_timestamp()
         order by due_at
         limit at_most
           for update skip locked
    )
    update notification.escalation e
       set claimed_until = clock_timestamp() + make_interval(secs => lease_seconds)
      from due
     where e.alert = due.alert
    returning e.alert
$$;

-- Alerts that were raised before there was this table. Whether they wait for anybody is found out when they come up.
insert into notification.escalation (alert, due_at)
select stream_id, min(occurred_at) from event_log.event where type = 'alert.assigned' group by stream_id;

-- Why a person is told after another, beside how far telling them has come.
alter table notification.alert_delivery_view_row add column escalation text;
select event_log.keep_in_generations('alerts', 'notification.alert_delivery_view');

create or replace function notification.view_delivery(rows jsonb[]) returns void
    language sql volatile
as $$
    insert into notification.alert_delivery_view (position, alert, recipient, channel, state, attempts, at, escalation)
    select distinct on (2, 3, 4)
           min((r ->> 'position')::bigint) over route,
           (r ->> 'alert')::uuid, r ->> 'recipient', r ->> 'channel', r ->> 'state', (r ->> 'attempts')::int,
           (r ->> 'at')::timestamptz, max(r ->> 'escalation') over route
      from unnest(rows) as r
    window route as (partition by r ->> 'alert', r ->> 'recipient', r ->> 'channel')
     order by 2, 3, 4, (r ->> 'position')::bigint desc
    on conflict (generation, alert, recipient, channel) do update
       set state = excluded.state, attempts = excluded.attempts, at = excluded.at,
           escalation = coalesce(excluded.escalation, alert_delivery_view.escalation)
$$;
