-- access changes behind a button that nobody clicked yet, and those that were claimed by a click
create table pending_access_changes (
  id text primary key,
  body text not null,
  expires_at bigint not null,
  -- the interaction that claimed the change
  claimed_by text
);
create index pending_access_changes_expires on pending_access_changes (expires_at);
