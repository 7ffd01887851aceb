-- where a channel is today that had another id before
create table whereabouts (
  old_place text primary key,
  today text not null
);
create index whereabouts_today on whereabouts (today);
