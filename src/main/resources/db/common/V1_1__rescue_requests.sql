-- All times in this database are milliseconds since 1970 in UTC, all bodies are JSON; only scheduled_tasks follows db-scheduler.

create table rescue_requests (
  id text primary key,
  version bigint not null,
  -- the simple name of the Stage in the body
  stage text not null,
  device text not null,
  -- the device while the request is open, then null
  open_device text,
  -- 1 while only the device poll moves the request on
  poll_only bigint not null,
  -- 1 while a break-glass launch waits for its review
  review_pending bigint not null,
  -- 1 from the break-glass launch on
  break_glass_used bigint not null,
  body text not null,
  created_at bigint not null,
  updated_at bigint not null
);
-- at most one open request for each device
create unique index rescue_requests_open_device on rescue_requests (open_device) where open_device is not null;
create index rescue_requests_open on rescue_requests (created_at, id) where open_device is not null;
create index rescue_requests_closed on rescue_requests (updated_at desc, id) where open_device is null;
create index rescue_requests_review_pending on rescue_requests (created_at, id) where review_pending = 1;
create index rescue_requests_created on rescue_requests (created_at desc, id);
create index rescue_requests_device on rescue_requests (device, created_at desc, id);
