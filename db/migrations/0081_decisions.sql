-- What was decided, by whom, what was not chosen and why; the risks beside it; and what the project coordinator's time went to.

create schema decisions;
comment on schema decisions is 'Decisions (beslutninger) and risks.';
grant usage on schema decisions to rt_app;

create table decisions.decision (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  place_id uuid not null,
  number int not null,
  title text not null,
  question text not null,
  why text not null,
  consequences text not null,
  no_option_reason text,
  coordinator_exception text,
  secret boolean not null,
  state text not null constraint decision_state_known check (state in ('proposed', 'withdrawn', 'decided', 'in-force', 'under-review', 'superseded')),
  decided_on date,
  review_on date,
  supersedes_id uuid,
  withdrawn_because text,
  reviewed_at timestamptz,
  review_note text,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint decision_pk primary key (tenant_id, id),
  constraint decision_number_unique unique (tenant_id, place_id, number),
  constraint decision_external_unique unique (tenant_id, external_id),
  constraint decision_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint decision_supersedes_fk foreign key (tenant_id, supersedes_id) references decisions.decision (tenant_id, id),
  constraint decision_proposed_by_fk foreign key (tenant_id, proposed_by) references org.employee (tenant_id, id),
  constraint decision_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint decision_has_a_day check ((state in ('proposed', 'withdrawn')) = (decided_on is null)),
  constraint decision_withdrawn_says_why check ((state = 'withdrawn') = (withdrawn_because is not null))
);
create index decision_supersedes on decisions.decision (tenant_id, supersedes_id);
create index decision_proposed_by on decisions.decision (tenant_id, proposed_by);
create index decision_changed_by on decisions.decision (tenant_id, changed_by);
comment on table decisions.decision is 'A decision and how it was reached. Once decided its words never change; another decision takes its place.';
comment on column decisions.decision.external_id is 'Its id in the log it was imported from.';
comment on column decisions.decision.place_id is 'Whose log it stands in: the municipality or an area.';
comment on column decisions.decision.number is 'Shown as D-001.';
comment on column decisions.decision.title is 'One sentence that says what was decided.';
comment on column decisions.decision.question is 'What there was to decide.';
comment on column decisions.decision.why is 'Why this and not another.';
comment on column decisions.decision.consequences is 'What follows, wanted and unwanted.';
comment on column decisions.decision.no_option_reason is 'Why there was nothing else to choose, where there was not.';
comment on column decisions.decision.coordinator_exception is 'Why the project coordinator was neither consulted nor among those who decided, where that is so.';
comment on column decisions.decision.decided_on is 'Day it was decided; null while proposed.';
comment on column decisions.decision.secret is 'Seen only by coordinator, steering group, buyer and evaluators until it is told, as what concerns an award.';
comment on column decisions.decision.state is 'proposed, withdrawn, decided (and still secret), in-force, under-review, superseded.';
comment on column decisions.decision.supersedes_id is 'The decision it takes the place of, which stays as it was.';
comment on column decisions.decision.withdrawn_because is 'Why the proposal was taken back.';
comment on column decisions.decision.review_note is 'What the latest review said.';
comment on column decisions.decision.version is 'Counts up with each change.';
call kernel.wall('decisions.decision');
grant select, insert, update on decisions.decision to rt_app;

create function decisions.keep_words() returns trigger language plpgsql as $$
begin
  if old.decided_on is not null and (old.title, old.question, old.why, old.consequences, old.decided_on, old.number, old.place_id, old.no_option_reason, old.coordinator_exception, old.supersedes_id)
    is distinct from (new.title, new.question, new.why, new.consequences, new.decided_on, new.number, new.place_id, new.no_option_reason, new.coordinator_exception, new.supersedes_id)
  then raise exception 'a decision that was made keeps its words' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
comment on function decisions.keep_words() is 'What was decided stands; only its state, review and secrecy move on.';
create trigger decision_keeps_words before update on decisions.decision for each row execute function decisions.keep_words();

create table decisions.option (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  decision_id uuid not null,
  text text not null,
  chosen boolean not null,
  why_not text,
  position smallint not null,
  constraint option_pk primary key (tenant_id, id),
  constraint option_decision_fk foreign key (tenant_id, decision_id) references decisions.decision (tenant_id, id)
);
create index option_decision on decisions.option (tenant_id, decision_id);
comment on table decisions.option is 'What could be chosen.';
comment on column decisions.option.chosen is 'What the decision became.';
comment on column decisions.option.why_not is 'Why it was not chosen.';
comment on column decisions.option.position is 'Order within the decision, from 1.';
call kernel.wall('decisions.option');
grant select, insert, delete on decisions.option to rt_app;

create table decisions.part (
  tenant_id uuid not null default kernel.here(),
  decision_id uuid not null,
  position smallint not null,
  role text not null constraint part_role_known check (role in ('proposed', 'consulted', 'decided', 'informed')),
  who text not null,
  employee_id uuid,
  constraint part_pk primary key (tenant_id, decision_id, position),
  constraint part_decision_fk foreign key (tenant_id, decision_id) references decisions.decision (tenant_id, id),
  constraint part_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index part_employee on decisions.part (tenant_id, employee_id);
comment on table decisions.part is 'Who took which part in a decision.';
comment on column decisions.part.position is 'Order within the decision, from 1.';
comment on column decisions.part.who is 'A name, or a body as styregruppe, as it stood then.';
comment on column decisions.part.employee_id is 'The person, when it is one who works here.';
call kernel.wall('decisions.part');
grant select, insert, delete on decisions.part to rt_app;

create table decisions.affected (
  tenant_id uuid not null default kernel.here(),
  decision_id uuid not null,
  unit_id uuid not null,
  constraint affected_pk primary key (tenant_id, decision_id, unit_id),
  constraint affected_decision_fk foreign key (tenant_id, decision_id) references decisions.decision (tenant_id, id),
  constraint affected_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
create index affected_unit on decisions.affected (tenant_id, unit_id);
comment on table decisions.affected is 'Units that a decision is about; none: all of the place.';
call kernel.wall('decisions.affected');
grant select, insert, delete on decisions.affected to rt_app;

-- What belongs to a decision follows it: nothing is added to or taken from one that was made.
create function decisions.keep_parts() returns trigger language plpgsql as $$
declare whose uuid := case when tg_op = 'DELETE' then old.decision_id else new.decision_id end;
begin
  if exists (select from decisions.decision where tenant_id = kernel.here() and id = whose and decided_on is not null)
  then raise exception 'a decision that was made keeps its options, parts and units' using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
comment on function decisions.keep_parts() is 'What belongs to a decision stands when it was made.';
create trigger option_kept before insert or delete on decisions.option for each row execute function decisions.keep_parts();
create trigger part_kept before insert or delete on decisions.part for each row execute function decisions.keep_parts();
create trigger affected_kept before insert or delete on decisions.affected for each row execute function decisions.keep_parts();

create table decisions.risk (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  place_id uuid not null,
  number int not null,
  title text not null,
  probability smallint not null constraint risk_probability_known check (probability between 1 and 5),
  impact smallint not null constraint risk_impact_known check (impact between 1 and 5),
  measure text not null,
  owner text not null,
  state text not null constraint risk_state_known check (state in ('active', 'damped', 'closed', 'happened')),
  version int not null default 1,
  moved_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint risk_pk primary key (tenant_id, id),
  constraint risk_number_unique unique (tenant_id, place_id, number),
  constraint risk_external_unique unique (tenant_id, external_id),
  constraint risk_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint risk_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index risk_changed_by on decisions.risk (tenant_id, changed_by);
comment on table decisions.risk is 'What may go wrong, and what is done about it.';
comment on column decisions.risk.external_id is 'Its id in the log it was imported from.';
comment on column decisions.risk.place_id is 'The municipality or area it threatens.';
comment on column decisions.risk.number is 'Shown as RI-1.';
comment on column decisions.risk.title is 'What may happen.';
comment on column decisions.risk.probability is '1 to 5, 5 is most likely.';
comment on column decisions.risk.impact is '1 to 5, 5 is worst.';
comment on column decisions.risk.measure is 'What is done about it.';
comment on column decisions.risk.owner is 'Who watches it: a name or a post.';
comment on column decisions.risk.state is 'active, damped (dæmpet), closed, happened.';
comment on column decisions.risk.version is 'Counts up with each change.';
comment on column decisions.risk.moved_at is 'When probability, impact or state last changed; leaders see what moved.';
call kernel.wall('decisions.risk');
grant select, insert, update on decisions.risk to rt_app;

create table decisions.risk_move (
  tenant_id uuid not null default kernel.here(),
  risk_id uuid not null,
  version int not null,
  probability smallint not null,
  impact smallint not null,
  state text not null,
  moved_at timestamptz not null,
  moved_by uuid not null,
  constraint risk_move_pk primary key (tenant_id, risk_id, version),
  constraint risk_move_risk_fk foreign key (tenant_id, risk_id) references decisions.risk (tenant_id, id),
  constraint risk_move_moved_by_fk foreign key (tenant_id, moved_by) references org.employee (tenant_id, id)
);
create index risk_move_moved_by on decisions.risk_move (tenant_id, moved_by);
comment on table decisions.risk_move is 'How a risk was judged, each time it was. Rows are only ever added.';
comment on column decisions.risk_move.probability is 'As judged then.';
comment on column decisions.risk_move.impact is 'As judged then.';
comment on column decisions.risk_move.state is 'As it stood then.';
call kernel.wall('decisions.risk_move');
grant select, insert on decisions.risk_move to rt_app;
