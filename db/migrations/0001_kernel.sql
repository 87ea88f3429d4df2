-- The ground: tenants, the wall between them, sessions, the audit trail, first answers to commands, live eras.

create schema kernel;
comment on schema kernel is 'What every feature stands on; knows no word of the domain.';

-- Members of rt_app are the tenants'' own login roles. It owns nothing and cannot bypass row security.
do $$ begin
  if not exists (select from pg_roles where rolname = 'rt_app') then create role rt_app nologin nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'rt_search') then create role rt_search nologin nobypassrls; end if;
  -- An owner that is no superuser must belong to rt_search to hand the search function over to it.
  if not pg_has_role(current_user, 'rt_search', 'member') then execute format('grant rt_search to %I', current_user); end if;
end $$;
grant usage on schema kernel to rt_app, rt_search;

create table kernel.tenant (
  id uuid constraint tenant_pk primary key,
  slug text not null constraint tenant_slug_unique unique constraint tenant_slug_plain check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text not null,
  hosts text[] not null default '{}',
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table kernel.tenant is 'A municipality, region or company. Read by the server before sign-in; never by a tenant''s own role.';
comment on column kernel.tenant.slug is 'Short name in addresses and on the command line.';
comment on column kernel.tenant.hosts is 'Host names under which the tenant is reached, lower case, without port.';
comment on column kernel.tenant.demo is 'Invented data; only then may one sign in by picking a person.';

create function kernel.here() returns uuid language sql stable parallel safe
  return case when session_user like 'rt\_t\_%' then substr(session_user::text, 6)::uuid end;
comment on function kernel.here() is 'The tenant of this connection, read from the name of the login role, which no statement can change. Null for every other role: it sees no tenant data.';
grant execute on function kernel.here() to rt_app, rt_search;

create procedure kernel.wall(walled regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('alter table %s force row level security', walled);
  execute format('create policy tenant_wall on %s using (tenant_id = kernel.here())', walled);
end $$;
comment on procedure kernel.wall(regclass) is 'Puts a table behind the tenant wall: only rows of the connection''s own tenant are seen, written or changed.';

create table kernel.session (
  tenant_id uuid not null default kernel.here() constraint session_tenant_fk references kernel.tenant (id),
  id uuid not null,
  actor_id uuid not null,
  token_hash bytea not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  how text not null,
  constraint session_pk primary key (tenant_id, id),
  constraint session_token_unique unique (tenant_id, token_hash)
);
create index session_actor on kernel.session (tenant_id, actor_id) where ended_at is null;
comment on table kernel.session is 'A signed-in person on a device. Every statement of the server checks it anew, so that ending it works at once.';
comment on column kernel.session.actor_id is 'Who acts; an employee for now. Kept without a foreign key: the kernel does not know who that is.';
comment on column kernel.session.token_hash is 'SHA-256 of the token in the cookie; the token itself is stored nowhere.';
comment on column kernel.session.expires_at is 'Moved forward by use, up to a working day after started_at.';
comment on column kernel.session.how is 'How the person signed in: password, demo, cli.';
call kernel.wall('kernel.session');
grant select, insert on kernel.session to rt_app;
grant update (expires_at, ended_at) on kernel.session to rt_app;

create table kernel.audit (
  tenant_id uuid not null default kernel.here() constraint audit_tenant_fk references kernel.tenant (id),
  seq bigint generated always as identity,
  at timestamptz not null,
  actor_id uuid,
  session_id uuid,
  action text not null,
  outcome text not null constraint audit_outcome_known check (outcome in ('done', 'denied', 'refused')),
  code text,
  scope_id uuid,
  subject_id uuid,
  records uuid[] not null default '{}',
  about jsonb,
  constraint audit_pk primary key (tenant_id, seq)
);
create index audit_subject on kernel.audit (tenant_id, subject_id, seq) where subject_id is not null;
comment on table kernel.audit is 'Who did or read what, and who was turned away. Written in the transaction of the act itself. Rows are only ever added.';
comment on column kernel.audit.seq is 'Order of writing; gaps are transactions that were rolled back.';
comment on column kernel.audit.action is 'Name of the use case.';
comment on column kernel.audit.outcome is 'done; denied = no right; refused = a rule said no.';
comment on column kernel.audit.code is 'Why it was refused.';
comment on column kernel.audit.scope_id is 'The unit where it happened, when one is known.';
comment on column kernel.audit.subject_id is 'The citizen it was about, when it was about one.';
comment on column kernel.audit.records is 'Ids of the records read or written.';
comment on column kernel.audit.about is 'What else says what happened. Never free text about a person, except the words of a search.';
call kernel.wall('kernel.audit');
grant select, insert on kernel.audit to rt_app;

create table kernel.answer (
  tenant_id uuid not null default kernel.here() constraint answer_tenant_fk references kernel.tenant (id),
  actor_id uuid not null,
  command text not null,
  key text not null,
  body_hash bytea not null,
  answer jsonb,
  answered_at timestamptz not null,
  constraint answer_pk primary key (tenant_id, actor_id, command, key)
);
create index answer_age on kernel.answer (tenant_id, answered_at);
comment on table kernel.answer is 'The first answer to each command, by idempotency key, kept 30 days: the same key again gets the same answer and changes nothing.';
comment on column kernel.answer.key is 'Made by the client, one for each thing a person wanted done.';
comment on column kernel.answer.body_hash is 'SHA-256 of the body; the same key with another body is refused.';
comment on column kernel.answer.answer is 'What the command answered; null only inside the transaction that is making it.';
call kernel.wall('kernel.answer');
grant select, insert, delete on kernel.answer to rt_app;
grant update (answer) on kernel.answer to rt_app;

create table kernel.era (
  number smallint constraint era_pk primary key,
  system_identifier text not null,
  began_at timestamptz not null default now()
);
comment on table kernel.era is 'One row for each database cluster this data has lived in. Transaction numbers are only comparable within an era; a logical restore begins a new one.';
comment on column kernel.era.number is 'Counts up.';
comment on column kernel.era.system_identifier is 'The cluster''s own identifier, as PostgreSQL made it.';
insert into kernel.era (number, system_identifier) select 1, system_identifier::text from pg_control_system();
grant select on kernel.era to rt_app, rt_search;

create function kernel.current_era() returns smallint language sql stable parallel safe
  return (select max(number) from kernel.era);
grant execute on function kernel.current_era() to rt_app, rt_search;
comment on function kernel.current_era() is 'The era new rows belong to.';
