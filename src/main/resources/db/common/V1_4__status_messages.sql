-- the message in Slack that shows the status of a stream's request
create table status_messages (
  stream_key text primary key,
  channel_id text not null,
  message_ts text not null
);
