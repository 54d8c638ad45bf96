-- Read models in generations: a read model is made anew from the log while what it was serves, then the two change places in one
-- transaction. All generations of it share its tables, whose keys and indexes begin with the generation; views with the names of
-- the tables show one of them.

create table event_log.projection (
    name text constraint projection_pk primary key
);

-- Tables of a read model, by the names of their views: `board` shows rows of the table `board_row`.
create table event_log.projection_view (
    name       text constraint projection_view_pk primary key,
    projection text not null
);

-- What a read model is or was to be, and how far it has come.
create table event_log.generation (
    id            int         generated always as identity constraint generation_pk primary key,
    projection    text        not null,
    version       int         not null constraint generation_version_from_one check (version > 0),
    position      bigint      not null default 0,
    state         text        not null constraint generation_state_known check (state in ('building', 'serving', 'retired')),
    failure       text,
    started_at    timestamptz not null default event_log.now(),
    serving_since timestamptz
) with (fillfactor = 50);
create unique index generation_serving on event_log.generation (projection) where state = 'serving';
create unique index generation_building on event_log.generation (projection) where state = 'building';

comment on column event_log.generation.version is 'of the code that feeds it: no other may';
comment on column event_log.generation.failure is 'of what kind, if the last batch failed';

-- The processes that feed a read model, each with the version of its code, as long as their leases last (real time).
create table event_log.projector (
    projection   text        not null,
    replica      uuid        not null,
    version      int         not null,
    leased_until timestamptz not null,
    constraint projector_pk primary key (projection, replica)
);

-- The generation whose rows a transaction sees: that which serves, but for those who feed another. Null before there is one.
create function event_log.visible_generation(of_projection text) returns int
    language sql stable parallel safe
    return coalesce(nullif(current_setting('aryz.generation', true), '')::int,
                    (select g.id from event_log.generation g where g.projection = of_projection and g.state = 'serving'));

-- Makes the view of a table `<name>_row` whose first column is `generation int not null`. Only who feeds a generation can add
-- rows, to that one. To be called again after a column was added.
create function event_log.keep_in_generations(of_projection text, view_name text) returns void
    language plpgsql volatile
as $$
begin
    execute format('alter table %s_row alter column generation set default current_setting(''aryz.generation'')::int', view_name);
    -- A query of its own, so that it is asked once per statement and its answer leads into the indexes.
    execute format('create or replace view %s as select * from %s_row
                     where generation = (select event_log.visible_generation(%L))', view_name, view_name, of_projection);
    insert into event_log.projection_view (name, projection) values (view_name, of_projection)
    on conflict on constraint projection_view_pk do nothing;
end
$$;

-- Builds a generation of a version, unless one is underway or that version serves already and nobody asked; tells which is being
-- built. What was underway for another version ends; it goes on otherwise, also when nobody who knows its version has lived meanwhile.
create function event_log.build(of_projection text, wanted_version int, asked boolean) returns int
    language plpgsql volatile
as $$
declare
    built int;
begin
    if not asked and exists (select from event_log.generation g where g.projection = of_projection
                                and g.state = 'serving' and g.version = wanted_version) then
        return null;
    end if;
    update event_log.generation g set state = 'retired'
     where g.projection = of_projection and g.state = 'building' and g.version <> wanted_version;
    -- In one look: a generation that is promoted meanwhile is seen as building or as serving.
    with underway as (
        select g.id from event_log.generation g where g.projection = of_projection and g.state = 'building'
    ), begun as (
        insert into event_log.generation (projection, version, state)
        select of_projection, wanted_version, 'building'
         where not exists (select from underway)
           and (asked or not exists (select from event_log.generation g where g.projection = of_projection
                                        and g.state = 'serving' and g.version = wanted_version))
        returning id
    )
    select id into built from (select id from underway union all select id from begun) as either;
    return built;
end
$$;

create function event_log.newest_version(of_projection text) returns int
    language sql volatile
    return (select max(version) from event_log.projector
             where projection = of_projection and leased_until > clock_timestamp());

-- A replica says that it lives and which version it knows; then there is a generation that serves, and one is built if that which
-- serves is not of the newest version that anybody knows.
create function event_log.attend(of_projection text, by_replica uuid, known_version int, lease_millis bigint) returns void
    language plpgsql volatile
as $$
begin
    insert into event_log.projection (name) values (of_projection) on conflict do nothing;
    perform from event_log.projection where name = of_projection for update; -- one decides at a time
    delete from event_log.projector where projection = of_projection and leased_until < clock_timestamp();
    insert into event_log.projector (projection, replica, version, leased_until)
    values (of_projection, by_replica, known_version, clock_timestamp() + lease_millis * interval '1 millisecond')
    on conflict on constraint projector_pk do update set leased_until = excluded.leased_until;

    insert into event_log.generation (projection, version, state, serving_since)
    select of_projection, event_log.newest_version(of_projection), 'serving', event_log.now()
     where not exists (select from event_log.generation g where g.projection = of_projection and g.state = 'serving');
    perform event_log.build(of_projection, event_log.newest_version(of_projection), false);
end
$$;

-- Has a projection built anew as somebody asks; tells which generation that is, null if there is no such projection.
create function event_log.rebuild(of_projection text) returns int
    language plpgsql volatile
as $$
begin
    perform from event_log.projection where name = of_projection for update;
    return (select event_log.build(of_projection, coalesce(event_log.newest_version(of_projection), g.version), true)
              from event_log.generation g where g.projection = of_projection and g.state = 'serving');
end
$$;

-- Whether a generation that is being built may serve once it has come as far as the one that does: not while a replica lives that
-- knows only an older version. If it may, the other stands still until the end of the transaction.
create function event_log.may_serve(built int) returns boolean
    language plpgsql volatile
as $$
begin
    if exists (select from event_log.generation g join event_log.projector p using (projection)
                where g.id = built and p.version < g.version and p.leased_until > clock_timestamp()) then
        return false;
    end if;
    perform from event_log.generation s join event_log.generation g using (projection)
      where g.id = built and s.state = 'serving' for update of s;
    return true;
end
$$;

create function event_log.promote(built int) returns void
    language sql volatile
as $$
    update event_log.generation s set state = 'retired' from event_log.generation g
     where g.id = built and s.projection = g.projection and s.state = 'serving';
    update event_log.generation set state = 'serving', failure = null, serving_since = event_log.now() where id = built;
$$;

-- Deletes at most so many rows of each table of a retired generation, and what is known of the generation with the last of them;
-- tells how many rows that were, or null if nothing is to be done.
create function event_log.sweep_generation(of_projection text, at_most int) returns bigint
    language plpgsql volatile
as $$
declare
    retired int;
    swept   record;
    gone    bigint;
    total   bigint := 0;
begin
    select g.id into retired from event_log.generation g
     where g.projection = of_projection and g.state = 'retired' order by g.id limit 1 for update skip locked;
    if retired is null then
        return null;
    end if;
    for swept in select v.name from event_log.projection_view v where v.projection = of_projection loop
        execute format('delete from %1$s_row where ctid = any (array(select ctid from %1$s_row where generation = $1 limit $2))',
                       swept.name) using retired, at_most;
        get diagnostics gone = row_count;
        total := total + gone;
    end loop;
    if total = 0 then
        delete from event_log.generation where id = retired;
    end if;
    return total;
end
$$;
