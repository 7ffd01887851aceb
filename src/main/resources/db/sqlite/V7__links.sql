-- what a link rests on, who made it, and the person's address then; what is there already came about by e-mail
alter table links add column basis text not null default 'EMAIL';
alter table links add column made_by text not null default '';
alter table links add column email text;
update links set made_by = person;
create index links_cloud_user on links (cloud_user);

-- offers to link, by the hash of their codes
create table tickets (
  ticket text primary key,
  person text not null,
  until bigint not null,
  tries bigint not null default 0,
  -- the cloud user that a key was shown of, and the hash of what confirms it
  proved bigint,
  confirmation text,
  used_at bigint
);
create index tickets_person on tickets (person);
create index tickets_until on tickets (until);

-- one row: what codes are signed with, made by whoever comes first
create table ticket_key (
  id bigint primary key,
  secret text not null
);
