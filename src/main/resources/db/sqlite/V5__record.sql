-- what was asked for lately, of all devices or of one
create index rescue_requests_opened on rescue_requests (opened_at);
create index rescue_requests_of_device on rescue_requests (device, opened_at);

-- which request a line of the record is about, only to find it by
alter table audit_log add column request text not null default '';
update audit_log set request = coalesce(json_extract(text, '$.requestId'), '');
create index audit_log_request on audit_log (request);

-- The record is only ever added to. Whoever may alter the tables can take these away; then the chain tells.
create trigger audit_log_stays before update on audit_log
begin
  select raise(abort, 'the record is only ever added to');
end;

create trigger audit_log_is_kept before delete on audit_log
begin
  select raise(abort, 'the record is only ever added to');
end;

create trigger audit_end_goes_on before update on audit_end
when new.number < old.number or new.id <> old.id
begin
  select raise(abort, 'the end of the record only goes on');
end;

create trigger audit_end_is_kept before delete on audit_end
begin
  select raise(abort, 'the end of the record only goes on');
end;
