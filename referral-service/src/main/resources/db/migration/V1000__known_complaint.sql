-- What this service knows of complaints from the events it received, written in the transaction that takes them in.
create schema referral;

create table referral.known_complaint (
    id           uuid    constraint known_complaint_pk primary key,
    reference    text    not null,
    jurisdiction text    not null,
    owner        text    not null,
    shared_with  text[]  not null,
    closed       boolean not null,
    consent      jsonb,
    allegations  jsonb   not null
) with (fillfactor = 90);

comment on column referral.known_complaint.consent is '{version, authorities}; without authorities to any; null: none';
comment on column referral.known_complaint.allegations is 'array of {region, agency}';

-- A group of appends holds at most one event of a source, so no complaint comes twice in one call. The receipt beside the row
-- sees to it that each event changes it once, and in order.
create function referral.upsert_known_complaint(rows jsonb[]) returns void
    language sql volatile
as $$
    insert into referral.known_complaint
           (id, reference, jurisdiction, owner, shared_with, closed, consent, allegations)
    select (row ->> 'id')::uuid, row ->> 'reference', row ->> 'jurisdiction',
           row ->> 'owner', array(select jsonb_array_elements_text(row -> 'sharedWith')), (row ->> 'closed')::boolean,
           row -> 'consent', row -> 'allegations'
      from unnest(rows) as given (row)
        on conflict (id) do update
       set owner = excluded.owner, shared_with = excluded.shared_with,
           closed = excluded.closed, consent = excluded.consent, allegations = excluded.allegations
$$;
