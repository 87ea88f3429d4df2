-- Questions to an information meeting from a telephone, with the code on the screen and no account.

alter table relay.meeting add column join_code text;
update relay.meeting set join_code = translate(upper(left(replace(gen_random_uuid()::text, '-', ''), 8)), '01', 'GH');
alter table relay.meeting
  alter column join_code set not null,
  add constraint meeting_join_code_is_code check (join_code ~ '^[2-9A-HJ-NP-Z]{6,8}$'),
  add constraint meeting_join_code_unique unique (tenant_id, join_code);
comment on column relay.meeting.join_code is 'On the screen and as a QR code: opens the questions of this meeting to a telephone, and nothing else.';

alter table relay.meeting_question add column taken_down_at timestamptz, add column taken_down_by uuid, add column taken_down_because text,
  add constraint meeting_question_taken_down_by_fk foreign key (tenant_id, taken_down_by) references org.employee (tenant_id, id),
  add constraint meeting_question_taken_down_whole check (num_nulls(taken_down_at, taken_down_by, taken_down_because) in (0, 3));
create index meeting_question_taken_down_by on relay.meeting_question (tenant_id, taken_down_by);
comment on column relay.meeting_question.taken_down_because is 'Why nobody is shown it any more: it named somebody, or was no question.';

create table relay.guest (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  meeting_id uuid not null,
  token_hash bytea not null,
  joined_at timestamptz not null,
  asked int not null default 0,
  asked_at timestamptz,
  constraint guest_pk primary key (tenant_id, id),
  constraint guest_token_unique unique (tenant_id, token_hash),
  constraint guest_meeting_fk foreign key (tenant_id, meeting_id) references relay.meeting (tenant_id, id)
);
create index guest_meeting on relay.guest (tenant_id, meeting_id);
comment on table relay.guest is 'A telephone that joined one meeting, without account and without name. No question says which one it came from.';
comment on column relay.guest.token_hash is 'SHA-256 of what the telephone keeps; it opens the questions of this meeting and nothing else.';
comment on column relay.guest.asked is 'How many questions came from it, so that one telephone does not fill the list.';
comment on column relay.guest.asked_at is 'When the latest came.';
call kernel.wall('relay.guest');
grant select, insert, delete on relay.guest to rt_app;
grant update (asked, asked_at) on relay.guest to rt_app;
