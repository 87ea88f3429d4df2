-- Paired tablets: which devices keep an encrypted pack of a unit (nødpakke) for the day the server cannot be reached.

create schema continuity;
comment on schema continuity is 'Working on without the server.';
grant usage on schema continuity to rt_app;

create table continuity.tablet (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  paired_by uuid not null,
  paired_at timestamptz not null,
  refreshed_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  version int not null default 1,
  constraint tablet_pk primary key (tenant_id, id),
  constraint tablet_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint tablet_paired_by_fk foreign key (tenant_id, paired_by) references org.employee (tenant_id, id),
  constraint tablet_ended_by_fk foreign key (tenant_id, ended_by) references org.employee (tenant_id, id),
  constraint tablet_ended_says_by check ((ended_at is null) = (ended_by is null))
);
create index tablet_unit on continuity.tablet (tenant_id, unit_id);
create index tablet_paired_by on continuity.tablet (tenant_id, paired_by);
create index tablet_ended_by on continuity.tablet (tenant_id, ended_by);
comment on table continuity.tablet is 'A tablet that keeps an encrypted pack of one unit. The key to open it is on the tablet only, locked with a code the server never hears.';
comment on column continuity.tablet.name is 'What the unit calls it.';
comment on column continuity.tablet.refreshed_at is 'When it last told that a fresh pack is stored on it; null before the first.';
comment on column continuity.tablet.ended_at is 'From then on it gets no pack, and erases the one it has the next time somebody of the unit is signed in on it.';
comment on column continuity.tablet.version is 'Counts up with each change that a leader makes.';
call kernel.wall('continuity.tablet');
grant select, insert on continuity.tablet to rt_app;
grant update (refreshed_at, ended_at, ended_by, version) on continuity.tablet to rt_app;
