-- changes of access that were offered by a button; a press takes one, once
create table offers (
  id text primary key,
  body text not null,
  over_at bigint not null,
  -- the ask that took it
  taken_by text
);
create index offers_over on offers (over_at);
