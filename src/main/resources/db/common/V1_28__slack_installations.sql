-- the workspaces in which the bot was installed by OAuth
create table slack_installations (
  team_id text primary key,
  team_name text not null,
  enterprise_id text,
  app_id text not null,
  bot_user_id text not null,
  -- separated by commas
  scopes text not null,
  -- which key the tokens are encrypted with, and the tokens; null once the installation has ended
  key_id text,
  sealed_tokens text,
  -- null for tokens that do not expire
  expires_at bigint,
  state text not null,
  version bigint not null,
  -- until then one process renews the tokens
  renewal_until bigint not null
);
