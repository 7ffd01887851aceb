-- What identifies a database made before the first release: the history that Flyway kept of it, and one of its tables.
create table flyway_schema_history (
  installed_rank int not null primary key,
  version varchar(50),
  description varchar(200) not null,
  type varchar(20) not null,
  script varchar(1000) not null,
  checksum int,
  installed_by varchar(100) not null,
  installed_on timestamp not null default current_timestamp,
  execution_time int not null,
  success boolean not null
);
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
values (1, '1', 'lifeline', 'SQL', 'V1__lifeline.sql', 1, 'lifeline', 1, true),
  (2, '2', 'shared by replicas', 'SQL', 'V2__shared_by_replicas.sql', 2, 'lifeline', 1, true),
  (3, '3', 'first things first', 'SQL', 'V3__first_things_first.sql', 3, 'lifeline', 1, true),
  (4, '4', 'reviews', 'SQL', 'V4__reviews.sql', 4, 'lifeline', 1, true),
  (5, '5', 'record', 'SQL', 'V5__record.sql', 5, 'lifeline', 1, true),
  (6, '6', 'offers', 'SQL', 'V6__offers.sql', 6, 'lifeline', 1, true),
  (7, '7', 'links', 'SQL', 'V7__links.sql', 7, 'lifeline', 1, true),
  (8, '8', 'hands of their own', 'SQL', 'V8__hands_of_their_own.sql', 8, 'lifeline', 1, true),
  (9, '9', 'whereabouts', 'SQL', 'V9__whereabouts.sql', 9, 'lifeline', 1, true);
create table inbox (
  id text primary key,
  body text not null,
  put_at bigint not null,
  answered_at bigint
);
insert into inbox (id, body, put_at) values ('ask-1', '{}', 1);
