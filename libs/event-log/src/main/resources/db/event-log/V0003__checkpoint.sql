-- The Merkle tree (RFC 6962) over the log and the signed checkpoints of it. The notary adds events here some seconds after
-- their commit, so that appends don't wait for it.

-- How far the tree has grown. Whoever lets it grow locks this row.
create table event_log.tree (
    only_one boolean primary key default true constraint tree_is_one_row check (only_one),
    size     bigint not null default 0,
    position bigint not null default 0
);
insert into event_log.tree default values;

comment on column event_log.tree.position is 'position of the last event in the tree';

-- Runs of up to 256 hashes (C2SP tlog-tiles): level 0 leaf hashes, level n hashes of subtrees of 256^n leaves.
create table event_log.tile (
    level  int    not null,
    index  bigint not null,
    hashes bytea  not null,
    constraint tile_pk primary key (level, index)
);
alter table event_log.tile alter hashes set storage external;

-- Which events the leaves of a tile of level 0 stand for: the index of a leaf is its place in the order of position.
create table event_log.leaf_run (
    tile           bigint        constraint leaf_run_pk primary key,
    first_position bigint        not null constraint leaf_run_first_position_unique unique,
    positions      bigint[]      not null,
    recorded_at    timestamptz[] not null
);

-- Signed notes (C2SP tlog-checkpoint), each over the whole log as it was.
create table event_log.checkpoint (
    size      bigint      constraint checkpoint_pk primary key,
    note      text        not null,
    sealed_at timestamptz not null default clock_timestamp()
);

select event_log.make_insert_only('event_log.checkpoint');

-- Time stamps (RFC 3161) by an authority outside, each over the text of the checkpoint of a size. No foreign key: its check
-- would lock the row of the checkpoint, and nobody has the right to that.
create table event_log.time_stamp (
    size  bigint constraint time_stamp_pk primary key,
    token bytea  not null
);

select event_log.make_insert_only('event_log.time_stamp');

-- Seconds since the oldest event was recorded that is in no checkpoint yet; 0 if all are.
create function event_log.unsealed_seconds() returns double precision
    language sql volatile
    return coalesce((select extract(epoch from event_log.now() - recorded_at) from event_log.event
                      where position > (select position from event_log.tree) order by position limit 1), 0);
