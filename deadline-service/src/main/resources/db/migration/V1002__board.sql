-- What runs out when, over all complaints, and every breach that was ever said: made from the log by the projection
-- `board` and read by nothing but queries. A row stands here once for each organisation that may see it, so that each
-- reads its own in order, however much there is of others.

-- What an event of a deadline does not say of its complaint. `bodies` names who is responsible by what they have before
-- them (a referral, a letter, a remedy); '*' where the complaint knows of one body only.
create table deadline.board_complaint_row (
    generation   int    not null,
    complaint    uuid   not null,
    reference    text   not null,
    jurisdiction text   not null,
    organisation text   not null,
    viewers      text[] not null,
    regions      text[] not null,
    team         text,
    assignee     text,
    bodies       jsonb  not null,
    constraint board_complaint_pk primary key (generation, complaint)
);
select event_log.keep_in_generations('board', 'deadline.board_complaint');

create table deadline.board_row (
    generation    int         not null,
    viewer        text        not null,
    own           boolean     not null,
    deadline      uuid        not null,
    complaint     uuid        not null,
    reference     text        not null,
    jurisdiction  text        not null,
    regions       text[]      not null,
    team          text,
    assignee      text,
    responsible   text,
    rule          text        not null,
    rule_version  int         not null,
    reading       text        not null,
    subject       text        not null,
    kind          text        not null,
    shadow        boolean     not null,
    due           date        not null,
    due_at        timestamptz not null,
    last_safe_day date        not null,
    act_by        date        not null,
    zone          text        not null,
    confidence    text        not null,
    caution       text[]      not null,
    consequence   text        not null,
    version       bigint      not null,
    standing      text        not null,
    breached      boolean     not null,
    state         text        not null generated always as (
                      case when standing <> 'open' then standing when breached then 'breached' else 'open' end) stored,
    severity      text,
    alert         uuid,
    constraint board_pk primary key (generation, viewer, deadline)
) with (fillfactor = 80);

comment on column deadline.board_row.version is 'of the complaint''s stream when the dates were last told: grows with each change';
comment on column deadline.board_row.severity is 'of the alert that stands, if any';

create index board_by_due on deadline.board_row (generation, viewer, state, due_at, deadline)
    include (due, own, kind, severity, rule, jurisdiction, shadow);
create index board_by_assignee on deadline.board_row (generation, viewer, state, assignee, due_at, deadline) where assignee is not null;
create index board_horizon on deadline.board_row (generation, due_at, deadline) where own and state = 'open';
create index board_of_complaint on deadline.board_row (generation, complaint);
create index board_of_deadline on deadline.board_row (generation, deadline);
select event_log.keep_in_generations('board', 'deadline.board');

-- A deadline may be breached more than once, if its end was moved between.
create table deadline.breach_row (
    generation    int         not null,
    viewer        text        not null,
    own           boolean     not null,
    deadline      uuid        not null,
    due_at        timestamptz not null,
    due           date        not null,
    complaint     uuid        not null,
    reference     text        not null,
    jurisdiction  text        not null,
    regions       text[]      not null,
    responsible   text,
    rule          text        not null,
    rule_version  int         not null,
    reading       text        not null,
    subject       text        not null,
    kind          text        not null,
    shadow        boolean     not null,
    zone          text        not null,
    confidence    text        not null,
    caution       text[]      not null,
    consequence   text        not null,
    recorded_at   timestamptz not null,
    constraint breach_pk primary key (generation, viewer, deadline, due_at)
);

create index breach_newest on deadline.breach_row (generation, viewer, due_at, deadline);
create index breach_of_complaint on deadline.breach_row (generation, complaint);
select event_log.keep_in_generations('board', 'deadline.breach');

-- Who has to act: we ourselves in a duty, else the body that has the subject before it, where it is known.
create function deadline.responsible(kind text, subject text, c deadline.board_complaint) returns text
    language sql immutable
    return case when kind = 'duty' then c.organisation else coalesce(c.bodies ->> subject, c.bodies ->> '*') end;

-- Takes in what is known of complaints: their rows follow, and who may see them gains or loses all of them.
create function deadline.board_complaints(rows jsonb[]) returns void
    language sql volatile
as $$
    insert into deadline.board_complaint (complaint, reference, jurisdiction, organisation, viewers, regions, team, assignee,
                                          bodies)
    select (r ->> 'complaint')::uuid, r ->> 'reference', r ->> 'jurisdiction', r ->> 'organisation',
           array(select jsonb_array_elements_text(r -> 'viewers')), array(select jsonb_array_elements_text(r -> 'regions')),
           r ->> 'team', r ->> 'assignee', r -> 'bodies'
      from unnest(rows) r
        on conflict (generation, complaint) do update
           set reference = excluded.reference, jurisdiction = excluded.jurisdiction, organisation = excluded.organisation,
               viewers = excluded.viewers, regions = excluded.regions, team = excluded.team,
               assignee = excluded.assignee, bodies = excluded.bodies;

    insert into deadline.board (viewer, own, deadline, complaint, reference, jurisdiction, regions, team, assignee, responsible,
                                rule, rule_version, reading, subject, kind, shadow, due, due_at, last_safe_day, act_by, zone,
                                confidence, caution, consequence, version, standing, breached, severity, alert)
    select v.viewer, v.viewer = c.organisation, b.deadline, b.complaint, c.reference, c.jurisdiction, c.regions, c.team,
           c.assignee, deadline.responsible(b.kind, b.subject, c), b.rule, b.rule_version, b.reading, b.subject, b.kind,
           b.shadow, b.due, b.due_at, b.last_safe_day, b.act_by, b.zone, b.confidence, b.caution, b.consequence, b.version,
           b.standing, b.breached, b.severity, b.alert
      from (select distinct on (deadline) * from deadline.board
             where complaint = any (array(select (r ->> 'complaint')::uuid from unnest(rows) r)) order by deadline) b
      join deadline.board_complaint c using (complaint)
     cross join unnest(c.viewers) v (viewer)
        on conflict (generation, viewer, deadline) do update
           set own = excluded.own, reference = excluded.reference, jurisdiction = excluded.jurisdiction,
               regions = excluded.regions, team = excluded.team, assignee = excluded.assignee,
               responsible = excluded.responsible
         where (board.own, board.reference, board.jurisdiction, board.regions, board.team, board.assignee, board.responsible)
               is distinct from (excluded.own, excluded.reference, excluded.jurisdiction, excluded.regions, excluded.team,
                                 excluded.assignee, excluded.responsible);

    insert into deadline.breach (viewer, own, deadline, due_at, due, complaint, reference, jurisdiction, regions, responsible,
                                 rule, rule_version, reading, subject, kind, shadow, zone, confidence, caution, consequence,
                                 recorded_at)
    select v.viewer, v.viewer = c.organisation, b.deadline, b.due_at, b.due, b.complaint, c.reference, c.jurisdiction,
           c.regions, deadline.responsible(b.kind, b.subject, c), b.rule, b.rule_version, b.reading, b.subject, b.kind,
           b.shadow, b.zone, b.confidence, b.caution, b.consequence, b.recorded_at
      from (select distinct on (deadline, due_at) * from deadline.breach
             where complaint = any (array(select (r ->> 'complaint')::uuid from unnest(rows) r)) order by deadline, due_at) b
      join deadline.board_complaint c using (complaint)
     cross join unnest(c.viewers) v (viewer)
        on conflict (generation, viewer, deadline, due_at) do update
           set own = excluded.own, reference = excluded.reference, jurisdiction = excluded.jurisdiction,
               regions = excluded.regions, responsible = excluded.responsible
         where (breach.own, breach.reference, breach.jurisdiction, breach.regions, breach.responsible)
               is distinct from (excluded.own, excluded.reference, excluded.jurisdiction, excluded.regions,
                                 excluded.responsible);

    delete from deadline.board b using deadline.board_complaint c, unnest(rows) r
     where c.complaint = (r ->> 'complaint')::uuid and b.complaint = c.complaint and b.viewer <> all (c.viewers);
    delete from deadline.breach b using deadline.board_complaint c, unnest(rows) r
     where c.complaint = (r ->> 'complaint')::uuid and b.complaint = c.complaint and b.viewer <> all (c.viewers);
$$;

-- Takes in how deadlines stand. A row without a rule tells of the alert that stands and of nothing else.
create function deadline.board_deadlines(rows jsonb[]) returns void
    language sql volatile
as $$
    insert into deadline.board (viewer, own, deadline, complaint, reference, jurisdiction, regions, team, assignee, responsible,
                                rule, rule_version, reading, subject, kind, shadow, due, due_at, last_safe_day, act_by, zone,
                                confidence, caution, consequence, version, standing, breached, severity, alert)
    select v.viewer, v.viewer = c.organisation, (r ->> 'deadline')::uuid, c.complaint, c.reference, c.jurisdiction, c.regions,
           c.team, c.assignee, deadline.responsible(r ->> 'kind', r ->> 'subject', c), r ->> 'rule',
           (r ->> 'ruleVersion')::int, r ->> 'reading', r ->> 'subject', r ->> 'kind', (r ->> 'shadow')::boolean,
           (r ->> 'due')::date, (r ->> 'dueAt')::timestamptz, (r ->> 'lastSafeDay')::date, (r ->> 'actBy')::date,
           r ->> 'zone', r ->> 'confidence', array(select jsonb_array_elements_text(r -> 'caution')), r ->> 'consequence',
           (r ->> 'version')::bigint, r ->> 'standing', (r ->> 'breached')::boolean, r ->> 'severity', (r ->> 'alert')::uuid
      from unnest(rows) r
      join deadline.board_complaint c on c.complaint = (r ->> 'complaint')::uuid
     cross join unnest(c.viewers) v (viewer)
     where r ? 'rule'
        on conflict (generation, viewer, deadline) do update
           set responsible = excluded.responsible, rule_version = excluded.rule_version, shadow = excluded.shadow,
               due = excluded.due, due_at = excluded.due_at, last_safe_day = excluded.last_safe_day,
               act_by = excluded.act_by, zone = excluded.zone, confidence = excluded.confidence, caution = excluded.caution,
               consequence = excluded.consequence, version = excluded.version, standing = excluded.standing,
               breached = excluded.breached, severity = excluded.severity, alert = excluded.alert;

    update deadline.board b
       set severity = r ->> 'severity', alert = (r ->> 'alert')::uuid
      from unnest(rows) r
     where not r ? 'rule' and b.deadline = (r ->> 'deadline')::uuid;
$$;

-- Takes in breaches; one that was said before stays as it was said.
create function deadline.board_breaches(rows jsonb[]) returns void
    language sql volatile
as $$
    insert into deadline.breach (viewer, own, deadline, due_at, due, complaint, reference, jurisdiction, regions, responsible,
                                 rule, rule_version, reading, subject, kind, shadow, zone, confidence, caution, consequence,
                                 recorded_at)
    select v.viewer, v.viewer = c.organisation, (r ->> 'deadline')::uuid, (r ->> 'dueAt')::timestamptz, (r ->> 'due')::date,
           c.complaint, c.reference, c.jurisdiction, c.regions, deadline.responsible(r ->> 'kind', r ->> 'subject', c),
           r ->> 'rule', (r ->> 'ruleVersion')::int, r ->> 'reading', r ->> 'subject', r ->> 'kind',
           (r ->> 'shadow')::boolean, r ->> 'zone', r ->> 'confidence',
           array(select jsonb_array_elements_text(r -> 'caution')), r ->> 'consequence', (r ->> 'recordedAt')::timestamptz
      from unnest(rows) r
      join deadline.board_complaint c on c.complaint = (r ->> 'complaint')::uuid
     cross join unnest(c.viewers) v (viewer)
        on conflict (generation, viewer, deadline, due_at) do nothing;
$$;

-- When the horizon was last written to the files, and when somebody last asked for it.
create table deadline.horizon (
    only_one boolean     constraint horizon_pk primary key default true constraint horizon_is_one_row check (only_one),
    made_at  timestamptz not null default '-infinity',
    asked_at timestamptz not null default '-infinity',
    rows     bigint      not null default 0
);
insert into deadline.horizon default values;
