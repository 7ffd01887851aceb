-- the request whose approver reads the message; empty for the messages that have the request in their stream key alone
alter table status_messages add column request_id text not null default '';
create index status_messages_request on status_messages (request_id);

-- approvals that were pressed by somebody who has to prove who they are first; one for each person and request
create table pending_votes (
  slack_user_id text not null,
  request_id text not null,
  -- the interaction, which is put into the inbox again after the proof
  body text not null,
  expires_at bigint not null,
  primary key (slack_user_id, request_id)
);
create index pending_votes_expired on pending_votes (expires_at);
