-- what is due is taken in this order, however much there is
create index scheduled_tasks_due on scheduled_tasks (priority desc, execution_time);
