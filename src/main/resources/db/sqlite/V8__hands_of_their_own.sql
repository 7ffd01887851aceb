-- each kind of work is taken up by hands of its own, which look for that kind only
create index scheduled_tasks_due_by_task on scheduled_tasks (task_name, priority desc, execution_time);
drop index scheduled_tasks_due;
