create table inbox (
  id text primary key,
  -- emptied once the interaction is processed
  body text not null,
  received_at bigint not null,
  processed_at bigint
);
create index inbox_pending on inbox (received_at, id) where processed_at is null;
create index inbox_processed on inbox (processed_at) where processed_at is not null;
