-- 1 while somebody still has to review that the requester went ahead alone
alter table rescue_requests add column under_review bigint not null default 0;
-- 1 for ever once that was done
alter table rescue_requests add column glass_broken bigint not null default 0;
create index rescue_requests_under_review on rescue_requests (under_review);
