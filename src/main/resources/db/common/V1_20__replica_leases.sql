-- until when a process may go on with the rows that it owns; by the job engine's time
create table replica_leases (
  owner text primary key,
  lease_until bigint not null
);
-- the process that has the row in hand; empty where it waits for the schedule
alter table inbox add column owner text not null default '';
create index inbox_owned on inbox (owner) where processed_at is null and owner <> '';
alter table outbox_messages add column owner text not null default '';
create index outbox_messages_owned on outbox_messages (owner) where completed_at is null and owner <> '';
