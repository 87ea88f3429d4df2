-- The red thread: typed links between any two records of any feature, with what was last reviewed at each end.

create schema thread;
comment on schema thread is 'Links between records of any feature; knows no feature by name.';
grant usage on schema thread to rt_app;

create table thread.change (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  kind text not null,
  record_id uuid not null,
  what text not null constraint change_what_known check (what in ('text', 'value', 'owner', 'date')),
  said text constraint change_said_short check (length(said) <= 200),
  fingerprint text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint change_pk primary key (tenant_id, id),
  constraint change_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index change_record on thread.change (tenant_id, record_id);
create index change_changed_by on thread.change (tenant_id, changed_by);
comment on table thread.change is 'A linked record that moved away from what was reviewed: what kind of change, when and by whom. Rows are only ever added.';
comment on column thread.change.kind is 'Kind of record, as its feature calls it: capture.need.';
comment on column thread.change.what is 'What changed: text, value, owner or date.';
comment on column thread.change.said is 'What the feature says of the change in a few words, shown beside the link; null when the kind says enough.';
comment on column thread.change.fingerprint is 'Of the record after the change.';
comment on column thread.change.changed_by is 'Null when nobody signed in did it: a guest withdrew a slip, a job did it.';
call kernel.wall('thread.change');
grant select, insert on thread.change to rt_app;

create table thread.link (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  type text not null,
  from_kind text not null,
  from_id uuid not null,
  to_kind text not null,
  to_id uuid not null,
  from_fingerprint text not null,
  to_fingerprint text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  suspect_at timestamptz,
  from_change_id uuid,
  to_change_id uuid,
  reviewed_by uuid,
  reviewed_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  ended_because text,
  constraint link_pk primary key (tenant_id, id),
  constraint link_two_ends check (from_id <> to_id),
  constraint link_suspect_says_why check ((suspect_at is null) = (from_change_id is null and to_change_id is null)),
  constraint link_reviewed_says_by check ((reviewed_at is null) = (reviewed_by is null)),
  constraint link_ended_says_why check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null)),
  constraint link_created_by_fk foreign key (tenant_id, created_by) references org.employee (tenant_id, id),
  constraint link_reviewed_by_fk foreign key (tenant_id, reviewed_by) references org.employee (tenant_id, id),
  constraint link_ended_by_fk foreign key (tenant_id, ended_by) references org.employee (tenant_id, id),
  constraint link_from_change_fk foreign key (tenant_id, from_change_id) references thread.change (tenant_id, id),
  constraint link_to_change_fk foreign key (tenant_id, to_change_id) references thread.change (tenant_id, id)
);
-- The walk takes the newest links of one record without reading them all: the order is in the index.
create index link_from on thread.link (tenant_id, from_id, id) where ended_at is null;
create index link_to on thread.link (tenant_id, to_id, id) where ended_at is null;
create unique index link_once on thread.link (tenant_id, from_id, to_id, type) where ended_at is null;
create index link_suspect on thread.link (tenant_id, suspect_at) where suspect_at is not null and ended_at is null;
create index link_created_by on thread.link (tenant_id, created_by);
create index link_reviewed_by on thread.link (tenant_id, reviewed_by) where reviewed_by is not null;
create index link_ended_by on thread.link (tenant_id, ended_by) where ended_by is not null;
create index link_from_change on thread.link (tenant_id, from_change_id) where from_change_id is not null;
create index link_to_change on thread.link (tenant_id, to_change_id) where to_change_id is not null;
comment on table thread.link is 'One record follows from another: from is what came first, to is what came of it. Never deleted: a link that no longer holds is ended, with a reason.';
comment on column thread.link.type is 'What the one is to the other; a key of features/thread/link-vocabulary.ts.';
comment on column thread.link.from_kind is 'Kind of the record that came first.';
comment on column thread.link.to_kind is 'Kind of the record that came of it.';
comment on column thread.link.from_fingerprint is 'Of the first record when the link was made or last reviewed.';
comment on column thread.link.to_fingerprint is 'Of the second record when the link was made or last reviewed.';
comment on column thread.link.suspect_at is 'Since when it must be looked at again (skal ses efter); null while both ends stand as reviewed.';
comment on column thread.link.from_change_id is 'The latest change that moved the first record away from its fingerprint.';
comment on column thread.link.to_change_id is 'The latest change that moved the second record away from its fingerprint.';
comment on column thread.link.reviewed_at is 'When somebody last said that it still holds (gælder stadig).';
comment on column thread.link.ended_because is 'Why the link no longer holds.';
call kernel.wall('thread.link');
grant select, insert on thread.link to rt_app;
grant update (from_fingerprint, to_fingerprint, suspect_at, from_change_id, to_change_id, reviewed_by, reviewed_at, ended_by, ended_at, ended_because) on thread.link to rt_app;

create function thread.walk(start_id uuid, direction text, most int default 300, each int default 60)
returns table (link_id uuid, near_id uuid, far_id uuid, depth int) language plpgsql stable as $$
declare
  front uuid[] := array[start_id];
  seen uuid[] := array[start_id];
  level int := 0;
  told int := 0;
  step record;
  beyond uuid[];
begin
  while cardinality(front) > 0 and level < 16 and told < most loop
    level := level + 1;
    beyond := '{}';
    for step in
      select found.id, near.id as near_id, found.far, found.place, found.goes_on from unnest(front) near (id)
      cross join lateral (
        (select link.id, link.from_id as far, row_number() over (order by link.id desc) as place, true as goes_on from thread.link
          where direction = 'why' and link.tenant_id = kernel.here() and link.to_id = near.id and link.ended_at is null
          order by link.id desc limit each + 1)
        union all
        (select link.id, link.to_id, row_number() over (order by link.id desc),
            not (direction = 'impact' and link.suspect_at is null and (level = 1 or link.reviewed_at is not null)) from thread.link
          where direction <> 'why' and link.tenant_id = kernel.here() and link.from_id = near.id and link.ended_at is null
            and not (direction = 'impact' and level = 1 and link.suspect_at is null and link.reviewed_at is null)
          order by link.id desc limit each + 1)) found
    loop
      told := told + 1;
      if step.place > each or told > most then
        link_id := null; near_id := step.near_id; far_id := null; depth := level; return next;
      else
        link_id := step.id; near_id := step.near_id; far_id := step.far; depth := level; return next;
        if step.goes_on and not step.far = any (seen) then
          beyond := beyond || step.far;
          seen := seen || step.far;
        end if;
      end if;
      exit when told > most;
    end loop;
    front := beyond;
  end loop;
end $$;
comment on function thread.walk(uuid, text, int, int) is 'Links met breadth first from a record: why (back to what it came from), affects (forward to what comes of it), impact (forward from what has changed, not beyond what was reviewed). A record is gone out from once, so circles end. At most `each` links of one record, the newest first, and `most` in all; a row without link says that something was left out.';
grant execute on function thread.walk(uuid, text, int, int) to rt_app;
