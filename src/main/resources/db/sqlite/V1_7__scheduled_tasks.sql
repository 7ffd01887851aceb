-- The table of db-scheduler 16.12. Its own except request_count: how often a run of the row was requested.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data blob,
  execution_time bigint,
  picked integer not null,
  picked_by text,
  last_success bigint,
  last_failure bigint,
  consecutive_failures integer,
  last_heartbeat bigint,
  version bigint not null,
  priority smallint,
  state text,
  request_count bigint not null default 0,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
-- each worker pool polls for its own task names only
create index scheduled_tasks_due_by_task on scheduled_tasks (task_name, priority desc, execution_time);
