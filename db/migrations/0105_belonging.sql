-- What a note belongs to: features above the journal register their matters (a goal) here, and notes are tied to them while they are written.

create table journal.matter (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  kind text not null constraint matter_kind_of_a_feature check (kind ~ '^[a-z]+\.[a-z-]+$'),
  citizen_id uuid not null,
  unit_id uuid not null,
  title text not null,
  is_open boolean not null default true,
  constraint matter_pk primary key (tenant_id, id),
  constraint matter_of_citizen unique (tenant_id, citizen_id, id),
  constraint matter_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint matter_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
create index matter_unit on journal.matter (tenant_id, unit_id);
comment on table journal.matter is 'Something about a citizen that notes may belong to. Kept by the feature it is of, which has the whole of it under the same id.';
comment on column journal.matter.kind is 'Feature and thing: goals.goal.';
comment on column journal.matter.title is 'What the composer calls it; follows the feature''s own record.';
comment on column journal.matter.is_open is 'Offered while one writes. A note written offline while it was open may still be tied to one that has been closed since.';
call kernel.wall('journal.matter');
grant select, insert on journal.matter to rt_app;
grant update (title, is_open) on journal.matter to rt_app;

create table journal.belonging (
  tenant_id uuid not null default kernel.here(),
  note_id uuid not null,
  matter_id uuid not null,
  citizen_id uuid not null,
  happened_at timestamptz not null,
  tied_at timestamptz not null,
  tied_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint belonging_pk primary key (tenant_id, note_id, matter_id),
  constraint belonging_note_fk foreign key (tenant_id, note_id) references journal.note (tenant_id, id),
  constraint belonging_matter_fk foreign key (tenant_id, citizen_id, matter_id) references journal.matter (tenant_id, citizen_id, id),
  constraint belonging_tied_by_fk foreign key (tenant_id, tied_by) references org.employee (tenant_id, id),
  constraint belonging_ended_by_fk foreign key (tenant_id, ended_by) references org.employee (tenant_id, id),
  constraint belonging_ended_says_by check ((ended_at is null) = (ended_by is null))
);
create index belonging_matter on journal.belonging (tenant_id, matter_id, happened_at desc) where ended_at is null;
create index belonging_citizen on journal.belonging (tenant_id, citizen_id, matter_id);
create index belonging_tied_by on journal.belonging (tenant_id, tied_by);
create index belonging_ended_by on journal.belonging (tenant_id, ended_by);
comment on table journal.belonging is 'A note that belongs to a matter of the same citizen. Taken away, it stands ended; tied anew, it goes on.';
comment on column journal.belonging.citizen_id is 'Of note and matter alike; the foreign key holds the matter to it, the use cases the note.';
comment on column journal.belonging.happened_at is 'The note''s own, as first written: the latest of a matter are found without reading the others.';
call kernel.wall('journal.belonging');
grant select, insert on journal.belonging to rt_app;
grant update (tied_at, tied_by, ended_at, ended_by) on journal.belonging to rt_app;

alter table journal.note add column tied boolean not null default false;
comment on column journal.note.tied is 'It belongs, or belonged, to some matter: only then is it looked up which.';
grant update (tied) on journal.note to rt_app;
comment on column journal.note.amended is 'A correction or withdrawal exists. With tied the only column that may change.';
