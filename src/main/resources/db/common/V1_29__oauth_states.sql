-- the installations under way, each by the hashes of its state parameter and of the cookie of the browser that began
create table oauth_states (
  state_hash text primary key,
  browser_hash text not null,
  expires_at bigint not null
);
create index oauth_states_expiry on oauth_states (expires_at);
