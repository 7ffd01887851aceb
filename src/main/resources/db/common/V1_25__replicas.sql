-- the processes that serve, each as it last said so; by the clock that all replicas share
create table replicas (
  replica text primary key,
  release text not null,
  seen_at bigint not null,
  -- how far the clock of its host is ahead of the shared one, in milliseconds
  clock_ahead bigint not null
);
create index replicas_seen on replicas (seen_at);
