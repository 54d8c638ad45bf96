-- Transactions that keep old rows alive, the oldest first: they make every table of the log slower by and by. No query text: it
-- could hold data. Of sessions of other roles state and age are known only to a service that may read all statistics
-- (pg_read_all_stats).
create function event_log.open_transactions(longer_than interval)
    returns table (pid int, application text, state text, seconds double precision)
    language sql volatile
as $$
    select s.pid, s.application_name, s.state,
           extract(epoch from clock_timestamp() - s.xact_start)::double precision
      from pg_stat_activity s
     where s.datname = current_database() and s.pid <> pg_backend_pid() and s.backend_type = 'client backend'
       and s.xact_start < clock_timestamp() - longer_than
     order by s.xact_start limit 50
$$;
