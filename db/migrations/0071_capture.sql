-- The forework: café days and use-case days, slips from phones and paper, themes, dots, and the needs they are gathered in.

create schema capture;
comment on schema capture is 'What employees and leaders ask of a system: gathered, merged, voted on and answered.';
grant usage on schema capture to rt_app;

create table capture.counter (
  tenant_id uuid not null default kernel.here(),
  letter text not null,
  last int not null,
  constraint counter_pk primary key (tenant_id, letter)
);
comment on table capture.counter is 'The last number given to days (E), slips (B) and needs (N).';
comment on column capture.counter.letter is 'E, B or N.';
comment on column capture.counter.last is 'The highest number in use.';
call kernel.wall('capture.counter');
grant select, insert on capture.counter to rt_app;
grant update (last) on capture.counter to rt_app;

create table capture.event (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  label text not null,
  format text not null constraint event_format_known check (format in ('cafe', 'use-case', 'hearing', 'visit')),
  title text not null,
  venue text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  task text,
  prompts text[] not null,
  notice text not null,
  join_code text not null constraint event_join_code_plain check (join_code ~ '^[A-Z0-9]{4,8}$'),
  state text not null default 'planned' constraint event_state_known check (state in ('planned', 'open', 'closed', 'processed', 'answered')),
  voting text not null default 'none' constraint event_voting_known check (voting in ('none', 'open', 'closed')),
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint event_pk primary key (tenant_id, id),
  constraint event_label_unique unique (tenant_id, label),
  constraint event_times check (closes_at > opens_at),
  constraint event_task_of_use_case check (format <> 'use-case' or task is not null),
  constraint event_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint event_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create unique index event_join_code on capture.event (tenant_id, join_code) where state in ('planned', 'open');
create index event_place on capture.event (tenant_id, place_id);
create index event_changed_by on capture.event (tenant_id, changed_by);
comment on table capture.event is 'A day on which people say what they need: café day (open notes) or use-case day (one task walked through).';
comment on column capture.event.place_id is 'The municipality or area whose day it is.';
comment on column capture.event.label is 'Its short name: E-1.';
comment on column capture.event.format is 'cafe: open notes. use-case: steps, variants and problems of one task. hearing, visit: as a café day, elsewhere.';
comment on column capture.event.title is 'What the day is called.';
comment on column capture.event.venue is 'Where people meet.';
comment on column capture.event.task is 'Use-case day: the task on the wall.';
comment on column capture.event.prompts is 'Questions that help people begin to write.';
comment on column capture.event.notice is 'What guests are told about what becomes of their words.';
comment on column capture.event.join_code is 'Typed or scanned to take part; may be used again when the day is over.';
comment on column capture.event.state is 'planned, open, closed; processed when every slip has a place or a reason; answered when every one has been told what became of it.';
comment on column capture.event.voting is 'While open no count is shown to anybody.';
call kernel.wall('capture.event');
grant select, insert, update on capture.event to rt_app;

create table capture.event_unit (
  tenant_id uuid not null default kernel.here(),
  event_id uuid not null,
  unit_id uuid not null,
  offer_group text not null,
  constraint event_unit_pk primary key (tenant_id, event_id, unit_id),
  constraint event_unit_event_fk foreign key (tenant_id, event_id) references capture.event (tenant_id, id),
  constraint event_unit_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
create index event_unit_unit on capture.event_unit (tenant_id, unit_id);
comment on table capture.event_unit is 'Units invited to a day.';
comment on column capture.event_unit.offer_group is 'Under which kind of offer its voices are told; a key of features/org/offer-groups.ts.';
call kernel.wall('capture.event_unit');
grant select, insert, update, delete on capture.event_unit to rt_app;

create table capture.theme (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  event_id uuid not null,
  name text not null,
  sort int not null,
  removed_at timestamptz,
  constraint theme_pk primary key (tenant_id, id),
  constraint theme_event_fk foreign key (tenant_id, event_id) references capture.event (tenant_id, id)
);
create index theme_event on capture.theme (tenant_id, event_id);
comment on table capture.theme is 'A heap on the table: notes that are about the same, on one day.';
comment on column capture.theme.sort is 'Its place in the order.';
comment on column capture.theme.removed_at is 'Its notes went back among the unsorted.';
call kernel.wall('capture.theme');
grant select, insert, update on capture.theme to rt_app;

create table capture.guest (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  event_id uuid not null,
  token_hash bytea not null,
  unit_id uuid,
  role text,
  joined_at timestamptz not null,
  constraint guest_pk primary key (tenant_id, id),
  constraint guest_token_unique unique (tenant_id, token_hash),
  constraint guest_event_fk foreign key (tenant_id, event_id) references capture.event (tenant_id, id),
  constraint guest_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
create index guest_event on capture.guest (tenant_id, event_id);
create index guest_unit on capture.guest (tenant_id, unit_id);
comment on table capture.guest is 'A telephone that took part in one day, without account and without name.';
comment on column capture.guest.token_hash is 'SHA-256 of what the telephone keeps; it opens this day and nothing else.';
comment on column capture.guest.unit_id is 'Where the guest says they work.';
comment on column capture.guest.role is 'What the guest says they do: pædagog, aften.';
call kernel.wall('capture.guest');
grant select, insert on capture.guest to rt_app;
grant update (unit_id, role) on capture.guest to rt_app;

create table capture.photo (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  picture bytea not null,
  picture_type text not null constraint photo_type_known check (picture_type in ('image/jpeg', 'image/png', 'image/webp')),
  taken_at timestamptz not null,
  constraint photo_pk primary key (tenant_id, id)
);
comment on table capture.photo is 'A paper slip as it was photographed. Made small on the device, without where and when it was taken.';
comment on column capture.photo.picture is 'At most 600 kB.';
comment on column capture.photo.picture_type is 'Its media type.';
call kernel.wall('capture.photo');
grant select, insert, delete on capture.photo to rt_app;

create table capture.contribution (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  event_id uuid not null,
  label text not null,
  guest_id uuid,
  unit_id uuid,
  author_role text,
  author_name text,
  kind text not null constraint contribution_kind_known check (kind in ('need', 'problem', 'idea', 'praise', 'step', 'variant', 'difficult')),
  text text constraint contribution_text_short check (length(text) <= 280),
  photo_id uuid,
  source text not null constraint contribution_source_known check (source in ('phone', 'tablet', 'paper', 'spoken')),
  receipt_code text not null,
  state text not null default 'new' constraint contribution_state_known check (state in ('new', 'read', 'parked', 'out-of-scope', 'rejected')),
  reason text,
  hidden_at timestamptz,
  hidden_because text,
  withdrawn_at timestamptz,
  duplicate_of_id uuid,
  theme_id uuid,
  written_at timestamptz not null,
  received_at timestamptz not null,
  received_by uuid,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint contribution_pk primary key (tenant_id, id),
  constraint contribution_label_unique unique (tenant_id, label),
  constraint contribution_receipt_unique unique (tenant_id, receipt_code),
  constraint contribution_says_something check (text is not null or photo_id is not null or withdrawn_at is not null),
  constraint contribution_put_aside_with_reason check (state in ('new', 'read') or reason is not null),
  constraint contribution_hidden_with_reason check ((hidden_at is null) = (hidden_because is null)),
  constraint contribution_not_its_own_duplicate check (duplicate_of_id <> id),
  constraint contribution_event_fk foreign key (tenant_id, event_id) references capture.event (tenant_id, id),
  constraint contribution_guest_fk foreign key (tenant_id, guest_id) references capture.guest (tenant_id, id),
  constraint contribution_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint contribution_photo_fk foreign key (tenant_id, photo_id) references capture.photo (tenant_id, id),
  constraint contribution_duplicate_fk foreign key (tenant_id, duplicate_of_id) references capture.contribution (tenant_id, id),
  constraint contribution_theme_fk foreign key (tenant_id, theme_id) references capture.theme (tenant_id, id),
  constraint contribution_received_by_fk foreign key (tenant_id, received_by) references org.employee (tenant_id, id),
  constraint contribution_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index contribution_event on capture.contribution (tenant_id, event_id, id);
create index contribution_guest on capture.contribution (tenant_id, guest_id, received_at) where guest_id is not null;
create index contribution_unit on capture.contribution (tenant_id, unit_id);
create index contribution_photo on capture.contribution (tenant_id, photo_id) where photo_id is not null;
create index contribution_duplicate on capture.contribution (tenant_id, duplicate_of_id) where duplicate_of_id is not null;
create index contribution_theme on capture.contribution (tenant_id, theme_id) where theme_id is not null;
create index contribution_received_by on capture.contribution (tenant_id, received_by) where received_by is not null;
create index contribution_changed_by on capture.contribution (tenant_id, changed_by) where changed_by is not null;
comment on table capture.contribution is 'A slip (seddel): one note from one person, from a phone, on paper or spoken; all count alike. Never deleted.';
comment on column capture.contribution.label is 'Its short name: B-001.';
comment on column capture.contribution.guest_id is 'The telephone it was written on; null for a slip that somebody typed or photographed for its author.';
comment on column capture.contribution.author_role is 'What the author does, in their own words.';
comment on column capture.contribution.author_name is 'Only when the author typed it and ticked that it may be kept.';
comment on column capture.contribution.text is 'Null while a photographed slip has not been typed, and when the author withdrew it.';
comment on column capture.contribution.source is 'phone, tablet, paper or spoken.';
comment on column capture.contribution.receipt_code is 'Given to the author; tells for ever what became of the slip.';
comment on column capture.contribution.state is 'new, read; parked, out-of-scope or rejected, each with a reason. Whether it is gathered in a need stands in capture.gathering.';
comment on column capture.contribution.reason is 'Why it was put aside: what the author reads with the receipt.';
comment on column capture.contribution.hidden_at is 'Its words are shown to nobody: obscene, or about a person.';
comment on column capture.contribution.hidden_because is 'Why it was hidden.';
comment on column capture.contribution.withdrawn_at is 'The author took it back: the words are gone, the slip still counts.';
comment on column capture.contribution.duplicate_of_id is 'The same slip came twice, on phone and paper: it is counted once, there.';
comment on column capture.contribution.written_at is 'When it was written, on the device.';
comment on column capture.contribution.received_at is 'When it came in; later than written when the phone was without coverage.';
call kernel.wall('capture.contribution');
grant select, insert, update on capture.contribution to rt_app;

create table capture.attendance (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  event_id uuid not null,
  unit_id uuid,
  role text,
  people int not null constraint attendance_people_some check (people between 1 and 2000),
  minutes int not null constraint attendance_minutes_some check (minutes between 1 and 1440),
  counted_at timestamptz not null,
  counted_by uuid not null,
  constraint attendance_pk primary key (tenant_id, id),
  constraint attendance_event_fk foreign key (tenant_id, event_id) references capture.event (tenant_id, id),
  constraint attendance_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint attendance_counted_by_fk foreign key (tenant_id, counted_by) references org.employee (tenant_id, id)
);
create index attendance_event on capture.attendance (tenant_id, event_id);
create index attendance_unit on capture.attendance (tenant_id, unit_id);
create index attendance_counted_by on capture.attendance (tenant_id, counted_by);
comment on table capture.attendance is 'Working hours given to a day: how many people of a unit, for how long. No names.';
comment on column capture.attendance.people is 'How many came.';
comment on column capture.attendance.minutes is 'How long each of them took part.';
call kernel.wall('capture.attendance');
grant select, insert, delete on capture.attendance to rt_app;

create table capture.need (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  label text not null,
  title text not null,
  text text not null,
  state text not null default 'draft' constraint need_state_known check (state in ('draft', 'out-for-comment', 'settled', 'out-of-scope')),
  reason text,
  owner_id uuid,
  merged_into_id uuid,
  protest_until_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint need_pk primary key (tenant_id, id),
  constraint need_label_unique unique (tenant_id, label),
  constraint need_out_of_scope_with_reason check (state <> 'out-of-scope' or reason is not null),
  constraint need_not_into_itself check (merged_into_id <> id),
  constraint need_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint need_owner_fk foreign key (tenant_id, owner_id) references org.employee (tenant_id, id),
  constraint need_merged_into_fk foreign key (tenant_id, merged_into_id) references capture.need (tenant_id, id),
  constraint need_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index need_place on capture.need (tenant_id, place_id);
create index need_owner on capture.need (tenant_id, owner_id);
create index need_merged_into on capture.need (tenant_id, merged_into_id) where merged_into_id is not null;
create index need_changed_by on capture.need (tenant_id, changed_by);
comment on table capture.need is 'A need (behov) in plain words, gathered from slips. Merging points one need at another and moves nothing, so that taking it back restores exactly what was.';
comment on column capture.need.place_id is 'The municipality or area whose need it is.';
comment on column capture.need.label is 'Its short name: N-01.';
comment on column capture.need.title is 'A few words that people recognise.';
comment on column capture.need.state is 'draft, out-for-comment, settled; out-of-scope with a reason. Covered is read off the thread: a requirement rests on it.';
comment on column capture.need.merged_into_id is 'The need it now is a part of; null while it stands alone.';
comment on column capture.need.protest_until_at is 'Until when a unit''s contact may protest against the latest merge or settling.';
call kernel.wall('capture.need');
grant select, insert, update on capture.need to rt_app;

create table capture.gathering (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  need_id uuid not null,
  contribution_id uuid not null,
  quoted boolean not null,
  gathered_at timestamptz not null,
  gathered_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint gathering_pk primary key (tenant_id, id),
  constraint gathering_ended_says_by check ((ended_at is null) = (ended_by is null)),
  constraint gathering_need_fk foreign key (tenant_id, need_id) references capture.need (tenant_id, id),
  constraint gathering_contribution_fk foreign key (tenant_id, contribution_id) references capture.contribution (tenant_id, id),
  constraint gathering_by_fk foreign key (tenant_id, gathered_by) references org.employee (tenant_id, id),
  constraint gathering_ended_by_fk foreign key (tenant_id, ended_by) references org.employee (tenant_id, id)
);
create unique index gathering_in_one_need on capture.gathering (tenant_id, contribution_id) where ended_at is null and not quoted;
create unique index gathering_quoted_once on capture.gathering (tenant_id, need_id, contribution_id) where ended_at is null and quoted;
create index gathering_need on capture.gathering (tenant_id, need_id);
create index gathering_contribution on capture.gathering (tenant_id, contribution_id);
create index gathering_by on capture.gathering (tenant_id, gathered_by);
create index gathering_ended_by on capture.gathering (tenant_id, ended_by) where ended_by is not null;
comment on table capture.gathering is 'A slip in a need. It is in one need at most, and may be quoted in others; only the one it is in counts it.';
comment on column capture.gathering.quoted is 'Another need leans on it too; it is not counted there.';
call kernel.wall('capture.gathering');
grant select, insert on capture.gathering to rt_app;
grant update (ended_at, ended_by) on capture.gathering to rt_app;

create table capture.need_merge (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  from_id uuid not null,
  into_id uuid not null,
  why text not null,
  merged_at timestamptz not null,
  merged_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  undone_because text,
  constraint need_merge_pk primary key (tenant_id, id),
  constraint need_merge_undone_says_why check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_because is null)),
  constraint need_merge_from_fk foreign key (tenant_id, from_id) references capture.need (tenant_id, id),
  constraint need_merge_into_fk foreign key (tenant_id, into_id) references capture.need (tenant_id, id),
  constraint need_merge_by_fk foreign key (tenant_id, merged_by) references org.employee (tenant_id, id),
  constraint need_merge_undone_by_fk foreign key (tenant_id, undone_by) references org.employee (tenant_id, id)
);
create unique index need_merge_standing on capture.need_merge (tenant_id, from_id) where undone_at is null;
create index need_merge_from on capture.need_merge (tenant_id, from_id);
create index need_merge_into on capture.need_merge (tenant_id, into_id);
create index need_merge_by on capture.need_merge (tenant_id, merged_by);
create index need_merge_undone_by on capture.need_merge (tenant_id, undone_by) where undone_by is not null;
comment on table capture.need_merge is 'Who merged which needs, when and why, and who took it back. Rows are only ever added, and closed once.';
comment on column capture.need_merge.why is 'Why they are the same.';
comment on column capture.need_merge.undone_because is 'Why they are not, after all.';
call kernel.wall('capture.need_merge');
grant select, insert on capture.need_merge to rt_app;
grant update (undone_at, undone_by, undone_because) on capture.need_merge to rt_app;

create table capture.protest (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  need_id uuid not null,
  unit_id uuid not null,
  words text not null,
  raised_at timestamptz not null,
  raised_by uuid not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  constraint protest_pk primary key (tenant_id, id),
  constraint protest_answered_says_by check ((answered_at is null) = (answer is null) and (answered_at is null) = (answered_by is null)),
  constraint protest_need_fk foreign key (tenant_id, need_id) references capture.need (tenant_id, id),
  constraint protest_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint protest_raised_by_fk foreign key (tenant_id, raised_by) references org.employee (tenant_id, id),
  constraint protest_answered_by_fk foreign key (tenant_id, answered_by) references org.employee (tenant_id, id)
);
create index protest_need on capture.protest (tenant_id, need_id);
create index protest_unit on capture.protest (tenant_id, unit_id);
create index protest_raised_by on capture.protest (tenant_id, raised_by);
create index protest_answered_by on capture.protest (tenant_id, answered_by) where answered_by is not null;
comment on table capture.protest is 'A unit''s contact says that a merge or a settling is wrong; the need is open again.';
comment on column capture.protest.words is 'What is wrong, in the contact''s words.';
comment on column capture.protest.answer is 'What the coordinator answered.';
call kernel.wall('capture.protest');
grant select, insert on capture.protest to rt_app;
grant update (answer, answered_at, answered_by) on capture.protest to rt_app;

create table capture.vote (
  tenant_id uuid not null default kernel.here(),
  guest_id uuid not null,
  contribution_id uuid not null,
  dots int not null constraint vote_dots_few check (dots between 1 and 3),
  voted_at timestamptz not null,
  constraint vote_pk primary key (tenant_id, guest_id, contribution_id),
  constraint vote_guest_fk foreign key (tenant_id, guest_id) references capture.guest (tenant_id, id),
  constraint vote_contribution_fk foreign key (tenant_id, contribution_id) references capture.contribution (tenant_id, id)
);
create index vote_contribution on capture.vote (tenant_id, contribution_id);
comment on table capture.vote is 'A guest''s dots on a slip: three to spend in each theme. Kept by voter, so that merging never counts anybody twice.';
comment on column capture.vote.dots is '1 to 3.';
call kernel.wall('capture.vote');
grant select, insert, delete on capture.vote to rt_app;
grant update (dots, voted_at) on capture.vote to rt_app;

create table capture.tally (
  tenant_id uuid not null default kernel.here(),
  need_id uuid not null,
  offer_group text not null,
  dots int not null constraint tally_dots_some check (dots between 0 and 10000),
  counted_at timestamptz not null,
  counted_by uuid not null,
  constraint tally_pk primary key (tenant_id, need_id, offer_group),
  constraint tally_need_fk foreign key (tenant_id, need_id) references capture.need (tenant_id, id),
  constraint tally_counted_by_fk foreign key (tenant_id, counted_by) references org.employee (tenant_id, id)
);
create index tally_counted_by on capture.tally (tenant_id, counted_by);
comment on table capture.tally is 'Paper dots counted on the wall, by kind of offer. Who put them there is not known: they are counted as they hang.';
comment on column capture.tally.offer_group is 'A key of features/org/offer-groups.ts.';
comment on column capture.tally.dots is 'How many.';
call kernel.wall('capture.tally');
grant select, insert on capture.tally to rt_app;
grant update (dots, counted_at, counted_by) on capture.tally to rt_app;

-- Unknown codes are counted by where they came from (a keyed hash of the address) and the time.
create index audit_unknown_code on kernel.audit (tenant_id, (about ->> 'from'), at) where code = 'capture.unknown-code';
