-- signatures of HTTP deliveries that were accepted, so that every replica refuses a copy
create table seen_signatures (
  signature text primary key,
  seen_at bigint not null
);
create index seen_signatures_seen on seen_signatures (seen_at);
