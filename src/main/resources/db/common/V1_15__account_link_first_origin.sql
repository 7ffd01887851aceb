-- how the Slack user was first linked to this cloud user, without a break since; null in rows of earlier releases, where the
-- latest origin stands for it
alter table account_links add column first_linked_at bigint;
alter table account_links add column first_method text;
alter table account_links add column first_linked_by text;
-- 1 where an API key of this cloud user was presented since then
alter table account_links add column ever_verified bigint;
