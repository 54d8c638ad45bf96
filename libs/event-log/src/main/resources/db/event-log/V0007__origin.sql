-- Who the log is, as others are told in the source of its events. Where an older copy of the store is brought back, it writes
-- versions a second time that others may have taken in; so that these are not taken for known, what the copy writes is told
-- under a new id, in a sequence that begins at one again.

-- An id, and after which position events are told under it: those up to the next origin.
create table event_log.origin (
    id             uuid   constraint origin_pk primary key default gen_random_uuid(),
    after_position bigint not null constraint origin_after_position_unique unique
);
insert into event_log.origin (after_position) values (0);

-- Where the log was when it was written last: no copy that is brought back, in whatever way, has both the file and the start
-- of the server in common with its original.
create table event_log.home (
    only_one     boolean     primary key default true constraint home_is_one_row check (only_one),
    server_start timestamptz not null default pg_postmaster_start_time(),
    file         text        not null default pg_relation_filepath('event_log.event'),
    moved_after  bigint
);
insert into event_log.home default values;

comment on column event_log.home.moved_after is
    'last position at the move, until it is known whether it was one to an older copy; null afterwards';

-- Notes that the log is in another place than before, and ends all leads: a leader that did not notice has come further in its
-- own mind than a copy has. Called by event_log.lock(), so before anything is written there.
create function event_log.move() returns void
    language plpgsql volatile
as $$
declare
    last bigint := coalesce((select max(position) from event_log.event), 0);
begin
    update event_log.home set server_start = default, file = default, moved_after = coalesce(moved_after, last);
    update event_log.subscription
       set epoch = epoch + 1, leased_until = '-infinity', position = least(position, last)
     where leased_until > '-infinity';
end
$$;

-- Decides what a move was. Most are a restart of the server. But where the log does not know an event that it told others
-- itself, it is an older copy: whatever was written since the move is of a new origin. Tells whether it was one.
create function event_log.settle(told uuid[]) returns boolean
    language plpgsql volatile
as $$
declare
    boundary bigint;
begin
    perform event_log.lock();
    select moved_after into boundary from event_log.home;
    update event_log.home set moved_after = null;
    if boundary is null
       or not exists (select from unnest(told) as id where not exists (select from event_log.event where event_id = id))
    then
        return false;
    end if;
    -- An origin of which nothing is left gives its place to the new one.
    insert into event_log.origin (after_position) values (boundary)
        on conflict (after_position) do update set id = excluded.id;
    return true;
end
$$;

-- Under which id, and after how many events of its stream that are told under others, each event is told.
create function event_log.origins(positions bigint[], streams uuid[]) returns table (id uuid, before bigint)
    language sql stable
as $$
    select o.id, case when o.after_position = 0 then 0
                      else (select coalesce(max(e.version), 0) from event_log.event e
                             where e.stream_id = told.stream and e.position <= o.after_position) end
      from unnest(positions, streams) with ordinality as told (position, stream, n)
     cross join lateral (select * from event_log.origin
                          where after_position < told.position order by after_position desc limit 1) o
     order by told.n
$$;
