-- what was asked for lately, of all devices or of one
create index rescue_requests_opened on rescue_requests (opened_at);
create index rescue_requests_of_device on rescue_requests (device, opened_at);

-- which request a line of the record is about, only to find it by
alter table audit_log add column request text not null default '';
update audit_log set request = coalesce(text::json ->> 'requestId', '');
create index audit_log_request on audit_log (request);

-- The record is only ever added to. Whoever may alter the tables can take these away; then the chain tells.
create function audit_log_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the record is only ever added to';
end
$$;

create function audit_end_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the end of the record only goes on';
end
$$;

create trigger audit_log_stays before update or delete or truncate on audit_log
for each statement execute function audit_log_refuse();

create trigger audit_end_goes_on before update on audit_end
for each row when (new.number < old.number or new.id <> old.id) execute function audit_end_refuse();

create trigger audit_end_is_kept before delete or truncate on audit_end
for each statement execute function audit_end_refuse();
