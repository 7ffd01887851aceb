-- links to users of accounts other than the main one, whose links stay in account_links
create table named_account_links (
  slack_user_id text not null,
  account text not null,
  cloud_user_id bigint not null,
  linked_at bigint not null,
  method text not null,
  linked_by text not null,
  email text,
  first_linked_at bigint,
  first_method text,
  first_linked_by text,
  ever_verified bigint,
  primary key (slack_user_id, account)
);
create index named_account_links_cloud_user on named_account_links (account, cloud_user_id);

-- the account of verified_cloud_user_id; null for the main one
alter table link_tokens add column verified_account text;
