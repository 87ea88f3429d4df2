-- Bidders answer, and evaluators look, row by row: a step, a variant or a problem of a requirement has its own answer.

create table tender.answer_row (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  answer_id uuid not null,
  bid_id uuid not null,
  line_id uuid not null,
  is_own boolean not null,
  level text not null constraint answer_row_level_known check (level in ('standard', 'set-up', 'adaptation', 'other-way', 'not-offered', 'unanswered')),
  text text not null,
  hours numeric(7,1),
  price_oere bigint,
  reservation text not null,
  evidence text not null,
  constraint answer_row_pk primary key (tenant_id, id),
  constraint answer_row_once unique (tenant_id, bid_id, line_id),
  constraint answer_row_answer_fk foreign key (tenant_id, answer_id) references tender.answer (tenant_id, id),
  constraint answer_row_bid_fk foreign key (tenant_id, bid_id) references tender.bid (tenant_id, id),
  constraint answer_row_line_fk foreign key (tenant_id, line_id) references requirements.line (tenant_id, id)
);
create index answer_row_answer on tender.answer_row (tenant_id, answer_id);
create index answer_row_line on tender.answer_row (tenant_id, line_id);
comment on table tender.answer_row is 'What a bid answers to one row of a requirement. Never changed; rows are only ever added.';
comment on column tender.answer_row.line_id is 'The row of the requirement, as the published version has it.';
comment on column tender.answer_row.is_own is 'The bidder answered the row itself; else the answer to the requirement holds for it.';
comment on column tender.answer_row.level is 'As in answer.level.';
comment on column tender.answer_row.text is 'How, in the bidder''s words; empty where what is said of the requirement is enough.';
comment on column tender.answer_row.hours is 'Estimated hours of an adaptation for this row.';
comment on column tender.answer_row.price_oere is 'Price of an adaptation for this row, in øre, where it is not in the bid''s price.';
comment on column tender.answer_row.reservation is 'A reservation (forbehold); empty where there is none.';
comment on column tender.answer_row.evidence is 'Where it can be seen: video second, page, trial step.';
call kernel.wall('tender.answer_row');
grant select, insert on tender.answer_row to rt_app;

create policy bid_stands on tender.answer_row as restrictive for select
  using (not exists (select from tender.bid_withdrawal gone where gone.tenant_id = answer_row.tenant_id and gone.bid_id = answer_row.bid_id));

create table tender.row_finding (
  tenant_id uuid not null default kernel.here(),
  bid_id uuid not null,
  requirement_id uuid not null,
  line_id uuid not null,
  employee_id uuid not null,
  verdict text not null constraint row_finding_verdict_known check (verdict in ('fits', 'partly', 'gap')),
  note text not null,
  given_at timestamptz not null,
  constraint row_finding_pk primary key (tenant_id, bid_id, line_id, employee_id),
  constraint row_finding_says_why check (verdict = 'fits' or btrim(note) <> ''),
  constraint row_finding_bid_fk foreign key (tenant_id, bid_id) references tender.bid (tenant_id, id),
  constraint row_finding_requirement_fk foreign key (tenant_id, requirement_id) references requirements.requirement (tenant_id, id),
  constraint row_finding_line_fk foreign key (tenant_id, line_id) references requirements.line (tenant_id, id),
  constraint row_finding_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index row_finding_requirement on tender.row_finding (tenant_id, requirement_id);
create index row_finding_line on tender.row_finding (tenant_id, line_id);
create index row_finding_employee on tender.row_finding (tenant_id, employee_id);
comment on table tender.row_finding is 'What an evaluator found of a bid on one row of a requirement (fit–gap). It gives no points; seen by the evaluator alone until all have handed in.';
comment on column tender.row_finding.verdict is 'fits (dækker), partly (dækker noget), gap (dækker ikke).';
comment on column tender.row_finding.note is 'What is lacking; empty only where nothing is.';
call kernel.wall('tender.row_finding');
grant select, insert, update on tender.row_finding to rt_app;

create trigger row_finding_kept before insert or update on tender.row_finding for each row execute function tender.keep_score();
comment on function tender.keep_score() is 'Nothing is added to or changed in what an evaluator has handed in: points, and findings of rows.';

alter table tender.adaptation add column line_id uuid;
alter table tender.adaptation add constraint adaptation_line_fk foreign key (tenant_id, line_id) references requirements.line (tenant_id, id);
create index adaptation_line on tender.adaptation (tenant_id, line_id);
comment on column tender.adaptation.line_id is 'The row of the requirement it is about; null where it is about the whole.';
