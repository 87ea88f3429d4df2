-- What is being filled in is saved as it is typed; a form is made as a sketch before it is published.

alter table assessments.answer add column revision int not null default 0;
comment on column assessments.answer.revision is 'Counts the saves while it is being filled in; an older one that arrives late changes nothing.';
grant update (revision) on assessments.answer to rt_app;

create table assessments.sketch (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  author_id uuid not null,
  content jsonb not null,
  revision int not null constraint sketch_revision_counts check (revision > 0),
  saved_at timestamptz not null,
  constraint sketch_pk primary key (tenant_id, id),
  constraint sketch_author_fk foreign key (tenant_id, author_id) references org.employee (tenant_id, id)
);
create index sketch_author on assessments.sketch (tenant_id, author_id, saved_at desc);
comment on table assessments.sketch is 'A form somebody is making; its author''s alone until it is published as a version.';
comment on column assessments.sketch.content is 'As the form, with what is missing still missing.';
comment on column assessments.sketch.revision is 'Counts the saves; an older one that arrives late changes nothing.';
call kernel.wall('assessments.sketch');
grant select, insert, update, delete on assessments.sketch to rt_app;
