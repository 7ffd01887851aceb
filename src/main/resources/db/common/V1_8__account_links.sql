create table account_links (
  slack_user_id text primary key,
  cloud_user_id bigint not null,
  linked_at bigint not null,
  -- the name of the AccountLink.LinkMethod
  method text not null,
  -- the Slack user who made the link
  linked_by text not null,
  -- the Slack user's e-mail address at that time
  email text
);
create index account_links_cloud_user on account_links (cloud_user_id);

create table link_tokens (
  token_hash text primary key,
  slack_user_id text not null,
  expires_at bigint not null,
  attempts bigint not null default 0,
  -- the cloud user whose API key was shown
  verified_cloud_user_id bigint,
  confirmation_hash text,
  used_at bigint
);
create index link_tokens_slack_user on link_tokens (slack_user_id);
create index link_tokens_expires on link_tokens (expires_at);

-- one row: the HMAC key that link tokens are signed with, made by the first replica that needs it
create table token_signing_key (
  id bigint primary key,
  secret text not null
);
