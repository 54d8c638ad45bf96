-- Changes of the law in use. What happened to them is in the log, in one stream; here is what work on them needs.

-- Every applied change, in the transaction of its event: how a replica notices that there is another law.
create table deadline.law_revision (
    revision bigint constraint law_revision_pk primary key,
    change   uuid   not null constraint law_revision_change_unique unique,
    event    uuid   not null
);

-- 0 while nobody has changed the law of the product.
create function deadline.law_revision() returns bigint
    language sql stable
    return coalesce((select max(revision) from deadline.law_revision), 0);

-- Every open complaint with what is needed to tell how another law would move its deadlines. Written with each decision.
create table deadline.docket (
    complaint    uuid   constraint docket_pk primary key,
    jurisdiction text   not null,
    fact_types   text[] not null,
    days         date[] not null,
    docket       text   not null
) with (fillfactor = 85);

comment on column deadline.docket.days is 'on which one of its deadlines ends or should be acted upon';

-- Complaints that were decided on under a law that had just been replaced: they are decided on again until there is none.
create table deadline.behind (
    complaint uuid constraint behind_pk primary key
);

-- Keeps dockets, written inline with an append. A row of a decision that another has overtaken is void; but whatever its
-- version, a decision under an older law is noticed here, under the log's lock, and so after the change or before it.
create function deadline.file_docket(rows jsonb[]) returns void
    language sql volatile
as $$
    insert into deadline.docket as d (complaint, jurisdiction, fact_types, days, docket)
    select (r ->> 'complaint')::uuid, r ->> 'jurisdiction',
           array(select jsonb_array_elements_text(r -> 'factTypes')),
           array(select jsonb_array_elements_text(r -> 'days')::date), r ->> 'docket'
      from deadline.current(rows) r where r ? 'docket'
        on conflict (complaint) do update
           set jurisdiction = excluded.jurisdiction, fact_types = excluded.fact_types, days = excluded.days,
               docket = excluded.docket
         where (d.jurisdiction, d.fact_types, d.days, d.docket)
               is distinct from (excluded.jurisdiction, excluded.fact_types, excluded.days, excluded.docket);

    delete from deadline.docket
     where complaint in (select (r ->> 'complaint')::uuid from deadline.current(rows) r where not r ? 'docket');

    delete from deadline.behind
     where complaint in (select (r ->> 'complaint')::uuid from deadline.current(rows) r
                          where (r ->> 'revision')::bigint >= deadline.law_revision());

    insert into deadline.behind (complaint)
    select (r ->> 'complaint')::uuid from unnest(rows) r where (r ->> 'revision')::bigint < deadline.law_revision()
        on conflict do nothing;
$$;

-- The work on one change: first the dry run, which may come again, then what has to be decided anew.
create table deadline.law_change (
    change     uuid   constraint law_change_pk primary key,
    n          bigint generated always as identity,
    state      text   not null constraint law_change_state_known
                      check (state in ('dry-running', 'examined', 'applying', 'applied', 'rejected')),
    revision   bigint,
    complaints bigint,
    looked_at  bigint not null default 0,
    reached    uuid   not null default '00000000-0000-0000-0000-000000000000'
);

comment on column deadline.law_change.revision is 'of the law against which the dry run runs or ran';
comment on column deadline.law_change.complaints is 'how many there are to be looked at; null before the work has begun';
comment on column deadline.law_change.reached is 'the last complaint that was looked at';

create table deadline.law_change_effect (
    change     uuid        not null,
    complaint  uuid        not null,
    subject    uuid        not null,
    rule       text        not null,
    old_due_at timestamptz,
    new_due_at timestamptz,
    alerts     text[]      not null,
    states     text[]      not null,
    viewers    text[]      not null,
    constraint law_change_effect_pk primary key (change, complaint, subject)
);

comment on column deadline.law_change_effect.subject is 'the deadline; the complaint where something becomes of all of it';
comment on column deadline.law_change_effect.viewers is 'the organisations that may see the complaint';

-- Streams that tell others what became law, and speak of no complaint.
create function deadline.revision_stream(type text) returns uuid language sql immutable
    return case type when 'law.revised' then '8f7d5a40-6a0e-8d01-9c00-000000000003'::uuid
                     when 'calendar.revised' then '8f7d5a40-6a0e-8d01-9c00-000000000004'::uuid end;

-- Notes what happened to changes, written inline with the event that says so. What became law is told in the same transaction.
create function deadline.law_changed(rows jsonb[]) returns void
    language sql volatile
as $$
    insert into deadline.law_change as c (change, state)
    select (r ->> 'change')::uuid, r ->> 'state' from unnest(rows) r
        on conflict (change) do update
           set state = excluded.state,
               complaints = case when excluded.state = 'applying' then null else c.complaints end;

    insert into deadline.law_revision (revision, change, event)
    select (r ->> 'revision')::bigint, (r ->> 'change')::uuid, (r ->> 'event')::uuid
      from unnest(rows) r where r ? 'revision';

    select event_log.record(
               event_log.lock(), array_agg(deadline.revision_stream(r ->> 'type')), array_agg(uuidv7()), array_agg(r ->> 'type'),
               array_agg(1), array_agg(r ->> 'data'), array_agg(r ->> 'metadata'), array_agg(event_log.now()))
      from unnest(rows) r where r ? 'type' having count(*) > 0;
$$;

-- The work that comes next: what is law before what may become it. A dry run that the law has overtaken runs again.
create function deadline.next_law_work() returns setof deadline.law_change
    language sql stable
as $$
    select * from deadline.law_change
     where state in ('dry-running', 'applying') or (state = 'examined' and revision <> deadline.law_revision())
     order by state <> 'applying', n limit 1;
$$;

-- Begins the work on a change, or begins it anew.
create function deadline.begin_law_work(of_change uuid, against bigint) returns void
    language sql volatile
as $$
    delete from deadline.law_change_effect e using deadline.law_change c
     where e.change = of_change and c.change = of_change and c.state in ('dry-running', 'examined');

    update deadline.law_change
       set complaints = (select count(*) from deadline.docket), looked_at = 0,
           reached = '00000000-0000-0000-0000-000000000000',
           state = case state when 'examined' then 'dry-running' else state end,
           revision = case state when 'applying' then revision else against end
     where change = of_change and state in ('dry-running', 'examined', 'applying');
$$;

-- Some complaints in the order of their ids; the docket only of those that a change can touch.
create function deadline.dockets(after uuid, batch int, countries text[], facts text[], firsts date[], lasts date[])
    returns table (complaint uuid, docket text)
    language sql stable
as $$
    select d.complaint,
           case when d.jurisdiction = any (countries)
                 and (facts is null or d.fact_types && facts)
                 and (firsts is null or exists (select from unnest(firsts, lasts) as near (first, last),
                                                           unnest(d.days) as day
                                                 where day between near.first and near.last))
                then d.docket end
      from (select * from deadline.docket x where x.complaint > after order by x.complaint limit batch) d
     order by d.complaint;
$$;

-- Keeps how far the work on a change has come. False if somebody else has brought it further: then nothing is kept.
create function deadline.law_work_done(of_change uuid, was uuid, now_reached uuid, looked bigint) returns boolean
    language sql volatile
as $$
    with kept as (
        update deadline.law_change set reached = now_reached, looked_at = looked_at + looked
         where change = of_change and reached = was and state in ('dry-running', 'applying')
        returning 1
    )
    select exists (select from kept);
$$;
