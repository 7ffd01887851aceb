-- rate limits and pauses that all replicas share
create table rate_limits (
  key text primary key,
  -- when the next evenly spaced permit is due, or when the pause ends
  next_at bigint not null
);
create index rate_limits_next on rate_limits (next_at);
