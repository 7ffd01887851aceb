-- the message in Slack that shows the status of a stream's request
create table status_messages (
  stream_key text primary key,
  channel_id text not null,
  message_ts text not null,
  -- the newest outbox message that it shows, and its body: shown again where an older one was written over it;
  -- emptied with the request's move to the history
  shown_id bigint not null default 0,
  shown_body text not null default ''
);
