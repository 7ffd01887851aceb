create table audit_log (
  sequence bigint primary key,
  entry text not null,
  previous_hash text not null,
  hash text not null,
  -- a copy of the request id in the entry, to find entries by; the hash does not cover it
  request_id text not null
);
create index audit_log_request on audit_log (request_id, sequence);

-- one row: sequence and hash of the newest entry
create table audit_head (
  id bigint primary key,
  sequence bigint not null,
  hash text not null
);
insert into audit_head (id, sequence, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
