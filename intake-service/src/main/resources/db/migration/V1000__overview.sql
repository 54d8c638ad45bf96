-- One row per complaint for lists, written in the transaction of the append. Codes only; what is personal stays sealed
-- in the log.
create schema intake;

create table intake.overview (
    id           uuid        constraint overview_pk primary key,
    reference    text        not null,
    status       text        not null,
    jurisdiction text        not null,
    organisation text        not null,
    shared_with  varchar[]   not null,
    priority     text,
    received_at  timestamptz not null,
    version      bigint      not null
) with (fillfactor = 90);

-- A group of appends holds at most one command per stream, so no complaint comes twice in one call.
create function intake.upsert_overview(rows jsonb[]) returns void
    language sql volatile
as $$
    insert into intake.overview as known
           (id, reference, status, jurisdiction, organisation, shared_with, priority, received_at, version)
    select (row ->> 'id')::uuid, row ->> 'reference', row ->> 'status', row ->> 'jurisdiction', row ->> 'organisation',
           array(select jsonb_array_elements_text(row -> 'sharedWith')), row ->> 'priority',
           (row ->> 'receivedAt')::timestamptz, (row ->> 'version')::bigint
      from unnest(rows) as given (row)
        on conflict (id) do update
       set status = excluded.status, shared_with = excluded.shared_with, priority = excluded.priority,
           version = excluded.version
$$;
