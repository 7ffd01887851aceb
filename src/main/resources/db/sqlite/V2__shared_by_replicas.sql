-- signatures of requests that were taken: a copy is refused on every replica
create table replays (
  signature text primary key,
  seen_at bigint not null
);
create index replays_seen on replays (seen_at);

-- what the platform lets all replicas together say: when the next steady turn is due, or when a rest is over
create table budgets (
  key text primary key,
  due_at bigint not null
);
