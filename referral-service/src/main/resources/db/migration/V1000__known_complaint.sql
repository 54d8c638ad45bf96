-- What this service knows of complaints from the events it received, written in the transaction that takes them in.
create schema referral;

create table referral.known_complaint (
    id           uuid    constraint known_complaint_pk primary key,
    sequence     bigint  not null,
    reference    text    not null,
    jurisdiction text    not null,
    owner        text    not null,
    shared_with  text[]  not null,
    closed       boolean not null,
    consent      jsonb,
    allegations  jsonb   not null
) with (fillfactor = 90);

comment on column referral.known_complaint.sequence is 'version of the complaint''s own stream up to which this is known';
comment on column referral.known_complaint.consent is '{version, authorities}; without authorities to any; null: none';
comment on column referral.known_complaint.allegations is 'array of {region, agency}';

-- A group of appends holds at most one event of a source, so no complaint comes twice in one call.
create function referral.upsert_known_complaint(rows jsonb[]) returns void
    language sql volatile
as $$
    insert into referral.known_complaint as known
           (id, sequence, reference, jurisdiction, owner, shared_with, closed, consent, allegations)
    select (row ->> 'id')::uuid, (row ->> 'sequence')::bigint, row ->> 'reference', row ->> 'jurisdiction',
           row ->> 'owner', array(select jsonb_array_elements_text(row -> 'sharedWith')), (row ->> 'closed')::boolean,
           row -> 'consent', row -> 'allegations'
      from unnest(rows) as given (row)
        on conflict (id) do update
       set sequence = excluded.sequence, owner = excluded.owner, shared_with = excluded.shared_with,
           closed = excluded.closed, consent = excluded.consent, allegations = excluded.allegations
     where excluded.sequence > known.sequence
$$;
