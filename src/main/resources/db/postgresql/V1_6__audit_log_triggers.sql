-- Entries are only ever added. An account that may alter tables can drop these triggers; the hash chain shows what it changed then.

create function audit_log_reject_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end
$$;

create function audit_head_reject_change() returns trigger language plpgsql as $$
begin
  raise exception 'the head of the audit log only moves forward';
end
$$;

create trigger audit_log_append_only before update or delete or truncate on audit_log
for each statement execute function audit_log_reject_change();

create trigger audit_head_monotonic before update on audit_head
for each row when (new.sequence < old.sequence or new.id <> old.id) execute function audit_head_reject_change();

create trigger audit_head_no_delete before delete or truncate on audit_head
for each statement execute function audit_head_reject_change();
