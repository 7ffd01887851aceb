-- requests that were closed long ago, moved here so that the table of the others stays small; saved again, one moves back
create table rescue_request_history (
  id text primary key,
  version bigint not null,
  stage text not null,
  device text not null,
  break_glass_used bigint not null,
  body text not null,
  created_at bigint not null,
  updated_at bigint not null
);
create index rescue_request_history_created on rescue_request_history (created_at desc, id);
create index rescue_request_history_device on rescue_request_history (device, created_at desc, id);
create index rescue_request_history_updated on rescue_request_history (updated_at desc, id);

-- totals that would cost a count of all rows
create table counters (
  name text primary key,
  value bigint not null
);
-- requests for which break-glass was used
insert into counters (name, value) values ('break_glass', 0);

-- background work that one replica does at a time: when the next may begin
create table background_work (
  name text primary key,
  next_at bigint not null
);
insert into background_work (name, next_at) values ('history', 0);
