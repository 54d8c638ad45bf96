-- The list of alerts, made from the log by the projection `alerts` and read by nothing but queries.

create table notification.alert_view_row (
    generation      int         not null,
    alert           uuid        not null,
    position        bigint      not null,
    complaint       uuid        not null,
    reference       text        not null,
    visible_to      varchar[]   not null,
    rule            text        not null,
    rung            text        not null,
    severity        text        not null,
    due_at          timestamptz not null,
    raised_at       timestamptz not null,
    state           text        not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    constraint alert_view_pk primary key (generation, alert),
    constraint alert_view_position_unique unique (generation, position)
);

create index alert_view_complaint on notification.alert_view_row (generation, complaint, position);
create index alert_view_open on notification.alert_view_row (generation, position) where state = 'open';
select event_log.keep_in_generations('alerts', 'notification.alert_view');

create table notification.alert_delivery_view_row (
    generation int         not null,
    position   bigint      not null,
    alert      uuid        not null,
    recipient  text        not null,
    channel    text        not null,
    state      text        not null,
    attempts   int         not null,
    at         timestamptz not null,
    constraint alert_delivery_view_pk primary key (generation, position),
    constraint alert_delivery_view_route_unique unique (generation, alert, recipient, channel)
);
select event_log.keep_in_generations('alerts', 'notification.alert_delivery_view');

-- What a batch of events changes. Rows may come in any order and come again; a delivery keeps its first position.
create function notification.view_raised(rows jsonb[]) returns void
    language sql volatile
as $$
    insert into notification.alert_view
           (alert, position, complaint, reference, visible_to, rule, rung, severity, due_at, raised_at, state)
    select (r ->> 'alert')::uuid, (r ->> 'position')::bigint, (r ->> 'complaint')::uuid, r ->> 'reference',
           array(select jsonb_array_elements_text(r -> 'visibleTo'))::varchar[], r ->> 'rule', r ->> 'rung', r ->> 'severity',
           (r ->> 'dueAt')::timestamptz, (r ->> 'raisedAt')::timestamptz, 'open'
      from unnest(rows) as r
    on conflict (generation, alert) do nothing
$$;

create function notification.view_delivery(rows jsonb[]) returns void
    language sql volatile
as $$
    insert into notification.alert_delivery_view (position, alert, recipient, channel, state, attempts, at)
    select distinct on (2, 3, 4)
           min((r ->> 'position')::bigint) over (partition by r ->> 'alert', r ->> 'recipient', r ->> 'channel'),
           (r ->> 'alert')::uuid, r ->> 'recipient', r ->> 'channel', r ->> 'state', (r ->> 'attempts')::int,
           (r ->> 'at')::timestamptz
      from unnest(rows) as r
     order by 2, 3, 4, (r ->> 'position')::bigint desc
    on conflict (generation, alert, recipient, channel) do update
       set state = excluded.state, attempts = excluded.attempts, at = excluded.at
$$;

create function notification.view_acknowledged(rows jsonb[]) returns void
    language sql volatile
as $$
    update notification.alert_view v
       set state = 'acknowledged', acknowledged_at = (r ->> 'at')::timestamptz, acknowledged_by = r ->> 'by'
      from unnest(rows) as r
     where v.alert = (r ->> 'alert')::uuid
$$;

create function notification.view_withdrawn(rows jsonb[]) returns void
    language sql volatile
as $$
    update notification.alert_view v
       set state = 'withdrawn'
      from unnest(rows) as r
     where v.alert = (r ->> 'alert')::uuid and v.state = 'open'
$$;
