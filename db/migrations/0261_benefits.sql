-- What was gained: measured, with how; what the preparation cost and spared; and one page for the leadership.

create schema benefits;
comment on schema benefits is 'Benefits (gevinster), the return on preparation, and the leadership''s page.';
grant usage on schema benefits to rt_app;

create table benefits.measure (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  benefit_id uuid not null,
  what text not null,
  counted_in text not null,
  direction text not null constraint measure_direction_known check (direction in ('down', 'up')),
  baseline numeric(12,2),
  baseline_on date,
  target numeric(12,2) not null,
  owner text not null,
  smallest_sample int not null constraint measure_sample_some check (smallest_sample between 1 and 100000),
  about_money boolean not null,
  unit_id uuid,
  next_on date,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint measure_pk primary key (tenant_id, id),
  constraint measure_benefit_once unique (tenant_id, benefit_id),
  constraint measure_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint measure_benefit_fk foreign key (tenant_id, benefit_id) references requirements.benefit (tenant_id, id),
  constraint measure_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint measure_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint measure_baseline_has_a_day check ((baseline is null) = (baseline_on is null))
);
create index measure_place on benefits.measure (tenant_id, place_id);
create index measure_unit on benefits.measure (tenant_id, unit_id);
create index measure_changed_by on benefits.measure (tenant_id, changed_by);
comment on table benefits.measure is 'How a benefit of the requirements is measured.';
comment on column benefits.measure.place_id is 'The municipality or area that measures.';
comment on column benefits.measure.what is 'What is counted, in plain words.';
comment on column benefits.measure.counted_in is 'The unit of the numbers: min, %, stk, timer.';
comment on column benefits.measure.direction is 'Which way is better: down or up.';
comment on column benefits.measure.baseline is 'How it was before; null: nobody measured.';
comment on column benefits.measure.baseline_on is 'Day it was measured. After the unit went live it is no baseline, and is marked so.';
comment on column benefits.measure.target is 'What is hoped for.';
comment on column benefits.measure.owner is 'Who in the line answers for it: a name or a post.';
comment on column benefits.measure.smallest_sample is 'Fewer answers or observations than this say nothing.';
comment on column benefits.measure.about_money is 'Whether it is about money or hours that can be saved. At least three are not.';
comment on column benefits.measure.unit_id is 'The unit it is measured in; null: more than one.';
comment on column benefits.measure.next_on is 'When it is measured next.';
comment on column benefits.measure.version is 'Counts up with each change.';
call kernel.wall('benefits.measure');
grant select, insert, update on benefits.measure to rt_app;

create table benefits.method (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  measure_id uuid not null,
  text text not null,
  since_on date not null,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint method_pk primary key (tenant_id, id),
  constraint method_since_once unique (tenant_id, measure_id, since_on),
  constraint method_measure_fk foreign key (tenant_id, measure_id) references benefits.measure (tenant_id, id),
  constraint method_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id)
);
create index method_made_by on benefits.method (tenant_id, made_by);
comment on table benefits.method is 'How it is measured, from a day on. Another method begins a new line: numbers made otherwise are not compared. Rows are only ever added.';
comment on column benefits.method.since_on is 'First day it is measured like this.';
call kernel.wall('benefits.method');
grant select, insert on benefits.method to rt_app;

create table benefits.point (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  measure_id uuid not null,
  taken_on date not null,
  value numeric(12,2) not null,
  sample int constraint point_sample_some check (sample between 0 and 1000000),
  note text not null,
  corrects_id uuid,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint point_pk primary key (tenant_id, id),
  constraint point_corrects_once unique (tenant_id, corrects_id),
  constraint point_measure_fk foreign key (tenant_id, measure_id) references benefits.measure (tenant_id, id),
  constraint point_corrects_fk foreign key (tenant_id, corrects_id) references benefits.point (tenant_id, id),
  constraint point_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id)
);
create index point_measure on benefits.point (tenant_id, measure_id, taken_on);
create index point_made_by on benefits.point (tenant_id, made_by);
comment on table benefits.point is 'A measurement, good or bad. Rows are only ever added; a slip of the pen is corrected by another.';
comment on column benefits.point.taken_on is 'Day it was measured.';
comment on column benefits.point.value is 'What it came to, in the measure''s own unit.';
comment on column benefits.point.sample is 'How many answers or observations (n); null: it was not said.';
comment on column benefits.point.corrects_id is 'The point it takes the place of.';
call kernel.wall('benefits.point');
grant select, insert on benefits.point to rt_app;

create table benefits.spent (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  what text not null,
  minutes int not null constraint spent_minutes_some check (minutes between 1 and 6000000),
  source text not null,
  before_contract boolean not null,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint spent_pk primary key (tenant_id, id),
  constraint spent_once unique (tenant_id, place_id, what),
  constraint spent_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint spent_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id)
);
create index spent_made_by on benefits.spent (tenant_id, made_by);
comment on table benefits.spent is 'Hours that others gave and that no other part of the house knows of, with where the number comes from.';
comment on column benefits.spent.what is 'What they went to, as the hearing or the users'' trials.';
comment on column benefits.spent.minutes is 'In all.';
comment on column benefits.spent.source is 'Where the number comes from.';
comment on column benefits.spent.before_contract is 'Part of the preparation; what came after is told beside and not counted.';
call kernel.wall('benefits.spent');
grant select, insert on benefits.spent to rt_app;

create table benefits.page (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  content jsonb not null,
  pdf bytea not null,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint page_pk primary key (tenant_id, id),
  constraint page_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint page_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id)
);
create index page_place on benefits.page (tenant_id, place_id, made_at desc);
create index page_made_by on benefits.page (tenant_id, made_by);
comment on table benefits.page is 'The leadership''s page as it stood when it was kept. Rows are only ever added.';
comment on column benefits.page.place_id is 'Whose leadership.';
comment on column benefits.page.content is 'What stood on it, as data.';
comment on column benefits.page.pdf is 'The same on one A4.';
call kernel.wall('benefits.page');
grant select, insert on benefits.page to rt_app;
