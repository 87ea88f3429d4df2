-- What is known of the system, kept when the project ends: the book, the handover, and what is passed on to others.

create schema knowledge;
comment on schema knowledge is 'The knowledge book (vidensbog), handover, and the package for another municipality.';
grant usage on schema knowledge to rt_app;

create table knowledge.sentence (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  kind text not null,
  source_id uuid not null,
  text text not null,
  fingerprint text not null,
  confirmed_at timestamptz not null,
  confirmed_by uuid not null,
  constraint sentence_pk primary key (tenant_id, id),
  constraint sentence_confirmed_by_fk foreign key (tenant_id, confirmed_by) references org.employee (tenant_id, id)
);
create index sentence_source on knowledge.sentence (tenant_id, source_id, confirmed_at desc);
create index sentence_confirmed_by on knowledge.sentence (tenant_id, confirmed_by);
comment on table knowledge.sentence is 'A sentence that somebody stands by, on a page of the book. The pages are made of what stands elsewhere; only this is written. The latest holds; rows are only ever added.';
comment on column knowledge.sentence.kind is 'Kind of page: setting, decision, case, course, contact.';
comment on column knowledge.sentence.fingerprint is 'What the page said when the sentence was confirmed: a page that says something else since must be read again.';
call kernel.wall('knowledge.sentence');
grant select, insert on knowledge.sentence to rt_app;

create table knowledge.handover (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  begun_at timestamptz not null,
  done_at timestamptz,
  version int not null default 1,
  changed_at timestamptz not null,
  constraint handover_pk primary key (tenant_id, id),
  constraint handover_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint handover_from_fk foreign key (tenant_id, from_id) references org.employee (tenant_id, id),
  constraint handover_to_fk foreign key (tenant_id, to_id) references org.employee (tenant_id, id),
  constraint handover_to_another check (from_id <> to_id)
);
create unique index handover_one_open on knowledge.handover (tenant_id, place_id) where done_at is null;
create index handover_from on knowledge.handover (tenant_id, from_id);
create index handover_to on knowledge.handover (tenant_id, to_id);
comment on table knowledge.handover is 'The project coordinator hands over to whoever owns the system from now on. Done only when nothing is without an owner.';
comment on column knowledge.handover.done_at is 'When the last loose end had an owner and the coordinator could go.';
comment on column knowledge.handover.version is 'Counts up with each change.';
call kernel.wall('knowledge.handover');
grant select, insert, update on knowledge.handover to rt_app;

create table knowledge.taken (
  tenant_id uuid not null default kernel.here(),
  handover_id uuid not null,
  rule text not null,
  record_id uuid not null,
  owner text not null,
  taken_at timestamptz not null,
  taken_by uuid not null,
  constraint taken_pk primary key (tenant_id, handover_id, rule, record_id),
  constraint taken_handover_fk foreign key (tenant_id, handover_id) references knowledge.handover (tenant_id, id),
  constraint taken_taken_by_fk foreign key (tenant_id, taken_by) references org.employee (tenant_id, id)
);
create index taken_taken_by on knowledge.taken (tenant_id, taken_by);
comment on table knowledge.taken is 'Who owns a loose end from now on.';
comment on column knowledge.taken.rule is 'What is lacking, as features/thread names it.';
comment on column knowledge.taken.owner is 'A name or a post.';
call kernel.wall('knowledge.taken');
grant select, insert, update on knowledge.taken to rt_app;

create table knowledge.package (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  direction text not null constraint package_direction_known check (direction in ('out', 'in')),
  content bytea not null,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint package_pk primary key (tenant_id, id),
  constraint package_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint package_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id)
);
create index package_place on knowledge.package (tenant_id, place_id, made_at desc);
create index package_made_by on knowledge.package (tenant_id, made_by);
comment on table knowledge.package is 'What was passed on to another municipality, or came from one, without names. Rows are only ever added.';
comment on column knowledge.package.direction is 'out: made here; in: taken in from another.';
comment on column knowledge.package.content is 'The file, JSON as features/knowledge/package.ts says.';
call kernel.wall('knowledge.package');
grant select, insert on knowledge.package to rt_app;

create table knowledge.lesson (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  package_id uuid not null,
  sort text not null constraint lesson_sort_known check (sort in ('decision', 'setting', 'benefit')),
  title text not null,
  text text not null,
  constraint lesson_pk primary key (tenant_id, id),
  constraint lesson_package_fk foreign key (tenant_id, package_id) references knowledge.package (tenant_id, id)
);
create index lesson_package on knowledge.lesson (tenant_id, package_id);
comment on table knowledge.lesson is 'Something another municipality learnt, to think about and not to take over.';
comment on column knowledge.lesson.sort is 'decision (what they decided and why), setting (what offers of a kind chose), benefit (what they measured).';
comment on column knowledge.lesson.title is 'In one line.';
comment on column knowledge.lesson.text is 'Why, or how.';
call kernel.wall('knowledge.lesson');
grant select, insert on knowledge.lesson to rt_app;
