-- how long boots into the rescue kernel and ways back took, for the estimates of later ones
create table phase_durations (
  request text not null,
  phase text not null,
  kind text not null,
  datacenter text not null,
  size text not null,
  took bigint not null,
  ended_at bigint not null,
  primary key (request, phase)
);
create index phase_durations_kind on phase_durations (phase, kind, ended_at desc);
create index phase_durations_ended on phase_durations (ended_at);
