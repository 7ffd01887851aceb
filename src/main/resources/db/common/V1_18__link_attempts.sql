-- how many API keys were tried on link pages, by the Slack user and by the client address they came from
create table link_attempts (
  -- "person:" and the Slack user id, or "address:" and the client address
  subject text primary key,
  -- when the first of the counted attempts was made
  since bigint not null,
  attempts bigint not null
);
create index link_attempts_since on link_attempts (since);
