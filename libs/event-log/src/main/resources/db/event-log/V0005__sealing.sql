-- Which units were erased. It stands with the events, not with the keys: where an older backup of the keys is restored,
-- it tells which of them must go again.
create table event_log.erased_unit (
    unit_id   uuid        constraint erased_unit_pk primary key,
    erased_at timestamptz not null
);

-- Destroys the keys of units, {"units": [...]} per row: an inline function, so that it happens with the event that says
-- so or not at all. Rows of keys are locked in the order of units by whoever locks many.
create function sealing.erase(rows jsonb[]) returns void
    language plpgsql volatile
as $$
declare
    units uuid[] := array(select distinct jsonb_array_elements_text(row -> 'units')::uuid as unit
                            from unnest(rows) as given (row) order by unit);
begin
    insert into event_log.erased_unit (unit_id, erased_at)
    select unit, event_log.now() from unnest(units) as unit
    on conflict do nothing;
    perform from sealing.unit_key where unit_id = any (units) order by unit_id for update;
    delete from sealing.unit_key where unit_id = any (units);
end
$$;

-- Destroys what an older backup of the keys brought back; tells how many keys that were.
create function sealing.erase_again() returns bigint
    language sql volatile
as $$
    with gone as (
        delete from sealing.unit_key k using event_log.erased_unit e where e.unit_id = k.unit_id returning 1
    )
    select count(*) from gone
$$;

-- Puts keys that were wrapped again in the place of what was read. A key that was erased meanwhile stays erased.
create function sealing.wrap_again(units uuid[], old bytea[], again bytea[]) returns void
    language sql volatile
as $$
    with read as (
        select k.unit_id, given.again
          from unnest(units, old, again) as given (unit, old, again)
          join sealing.unit_key k on k.unit_id = given.unit and k.wrapped_key = given.old
         order by k.unit_id
           for update of k
    )
    update sealing.unit_key k set wrapped_key = read.again from read where k.unit_id = read.unit_id
$$;
