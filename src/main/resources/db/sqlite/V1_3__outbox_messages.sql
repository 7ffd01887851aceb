create table outbox_messages (
  id integer primary key autoincrement,
  -- messages of one stream are delivered one after the other, in the order of their ids
  stream_key text not null,
  -- the simple name of the Outbox.Content in the body
  kind text not null,
  -- emptied once the message is completed
  body text not null,
  -- pending, attempted, delivered, undeliverable or superseded
  state text not null,
  -- why the message is undeliverable
  reason text not null,
  created_at bigint not null,
  completed_at bigint
);
create index outbox_messages_pending on outbox_messages (stream_key, id) where completed_at is null;
create index outbox_messages_completed on outbox_messages (completed_at) where completed_at is not null;
