-- the current id of a channel whose id Slack changed
create table channel_redirects (
  old_channel_id text primary key,
  channel_id text not null
);
create index channel_redirects_channel on channel_redirects (channel_id);
