-- Entries are only ever added. An account that may alter tables can drop these triggers; the hash chain shows what it changed then.

create trigger audit_log_append_only before update on audit_log
begin
  select raise(abort, 'the audit log is append-only');
end;

create trigger audit_log_no_delete before delete on audit_log
begin
  select raise(abort, 'the audit log is append-only');
end;

create trigger audit_head_monotonic before update on audit_head
when new.sequence < old.sequence or new.id <> old.id
begin
  select raise(abort, 'the head of the audit log only moves forward');
end;

create trigger audit_head_no_delete before delete on audit_head
begin
  select raise(abort, 'the head of the audit log only moves forward');
end;
