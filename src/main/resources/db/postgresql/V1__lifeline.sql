-- Times are milliseconds since 1970 in UTC. Bodies are JSON.

create table rescue_requests (
  id text primary key,
  version bigint not null,
  stage text not null,
  device text not null,
  -- the device while the request is open, then null: one open request a device
  open_device text unique,
  -- 1 while nobody but the watch moves it on
  left_to_watch bigint not null,
  body text not null,
  opened_at bigint not null,
  changed_at bigint not null
);
create index rescue_requests_changed on rescue_requests (changed_at);

create table links (
  person text primary key,
  cloud_user bigint not null,
  linked_at bigint not null
);

create table inbox (
  id text primary key,
  -- emptied once it is answered
  body text not null,
  put_at bigint not null,
  answered_at bigint
);
create index inbox_unanswered on inbox (put_at) where answered_at is null;
create index inbox_answered on inbox (answered_at) where answered_at is not null;

create table letters (
  id bigint generated always as identity primary key,
  lane text not null,
  kind text not null,
  -- emptied once it is settled
  body text not null,
  state text not null,
  reason text not null,
  written_at bigint not null,
  settled_at bigint
);
create index letters_waiting on letters (lane, id) where settled_at is null;
create index letters_settled on letters (settled_at) where settled_at is not null;

-- where the card of a lane stands
create table postings (
  lane text primary key,
  place text not null,
  id text not null
);

create table audit_log (
  number bigint primary key,
  text text not null,
  previous text not null,
  hash text not null
);

-- one row: the end of the chain
create table audit_end (
  id bigint primary key,
  number bigint not null,
  hash text not null
);
insert into audit_end (id, number, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- db-scheduler's own table, as its version 16.12 wants it; "asked" is ours: how often the row was asked to be due
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  state text,
  asked bigint not null default 0,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
