-- One row per referral for lists, written in the transaction of the append. The number the authority gave stays sealed
-- in the log.
create table referral.referral_overview (
    id            uuid        constraint referral_overview_pk primary key,
    complaint_id  uuid        not null,
    reference     text        not null,
    version       bigint      not null,
    authority     text        not null,
    channel       text        not null,
    status        text        not null,
    sent_at       timestamptz not null,
    registered_at timestamptz,
    decisions     jsonb       not null
) with (fillfactor = 90);

create index referral_overview_complaint on referral.referral_overview (complaint_id, sent_at, id);

-- A group of appends holds at most one command of a stream, so no referral comes twice in one call.
create function referral.upsert_referral_overview(rows jsonb[]) returns void
    language sql volatile
as $$
    insert into referral.referral_overview
           (id, complaint_id, reference, version, authority, channel, status, sent_at, registered_at, decisions)
    select (row ->> 'id')::uuid, (row ->> 'complaintId')::uuid, row ->> 'reference', (row ->> 'version')::bigint,
           row ->> 'authority', row ->> 'channel', row ->> 'status', (row ->> 'sentAt')::timestamptz,
           (row ->> 'registeredAt')::timestamptz, row -> 'decisions'
      from unnest(rows) as given (row)
        on conflict (id) do update
       set version = excluded.version, status = excluded.status, registered_at = excluded.registered_at,
           decisions = excluded.decisions
$$;
