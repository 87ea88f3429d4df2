-- The trail says which citizens, through which role, why and for what; and it is sealed in chains that a change breaks.

alter table kernel.audit
  add column roles text[],
  add column subjects uuid[] not null default '{}',
  add column relation text,
  add column purpose text,
  add column era smallint not null default 1,
  add column tx xid8 not null default pg_current_xact_id();
comment on column kernel.audit.subject_id is 'The citizen it was about, when it was about one.';
comment on column kernel.audit.roles is 'The roles through which the actor had the right, where it happened. Null for what needs no role.';
comment on column kernel.audit.subjects is 'Every citizen that was shown or touched, when there are more than the one in subject_id.';
comment on column kernel.audit.relation is 'What the actor has to do with the citizen, as the right found it: stay, registration, emergency.';
comment on column kernel.audit.purpose is 'What it was for, when it was not just to look: print, export.';
comment on column kernel.audit.era is 'See kernel.era. A constant default, moved on when an era begins: worked out for each row it would cost every request.';
comment on column kernel.audit.tx is 'Transaction that wrote the row. The sealer compares it with a stored snapshot, so that none is missed when transactions commit out of order.';
do $$ begin execute format('alter table kernel.audit alter column era set default %s', kernel.current_era()); end $$;

-- Who looked at a citizen is asked of kernel.seen, which is kept outside the request.
drop index kernel.audit_subject;
create index audit_order on kernel.audit (tenant_id, era, tx);
create index audit_at on kernel.audit using brin (at);

-- The sealer reads every tenant's trail and adds links; nobody else adds any, and nobody changes one.
do $$ begin
  if not exists (select from pg_roles where rolname = 'rt_sealer') then create role rt_sealer nologin nobypassrls; end if;
  if not pg_has_role(current_user, 'rt_sealer', 'member') then execute format('grant rt_sealer to %I', current_user); end if;
end $$;
grant usage on schema kernel to rt_sealer;
grant select on kernel.tenant, kernel.era, kernel.audit to rt_sealer;
grant execute on function kernel.current_era() to rt_sealer;
create policy sealer_reads on kernel.audit for select to rt_sealer using (true);

create table kernel.seal (
  tenant_id uuid not null constraint seal_tenant_fk references kernel.tenant (id),
  place bigint not null,
  seq bigint not null,
  chain uuid not null,
  link bigint not null,
  form smallint not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  constraint seal_pk primary key (tenant_id, place),
  constraint seal_once unique (tenant_id, seq),
  constraint seal_link_once unique (tenant_id, chain, link)
);
comment on table kernel.seal is 'One link for each row of the trail: SHA-256 over the link before it in the chain and the row. Rows are only ever added, by the sealer alone.';
comment on column kernel.seal.place is 'Counts the tenant''s links, 1, 2, 3 …, in the order they were sealed: a whole chain cannot be taken out unseen.';
comment on column kernel.seal.seq is 'The row of kernel.audit. Kept without a foreign key: that a row is gone must be seen, not prevented.';
comment on column kernel.seal.chain is 'The unit where it happened; zeros for what happened at none.';
comment on column kernel.seal.link is 'Counts the links of the chain, 1, 2, 3 ….';
comment on column kernel.seal.form is 'Which columns of the row are sealed, and how they are written (src/kernel/server/seal.ts).';
comment on column kernel.seal.hash is 'SHA-256; 32 bytes.';
call kernel.wall('kernel.seal');
create policy sealer_reads on kernel.seal for select to rt_sealer using (true);
create policy sealer_adds on kernel.seal for insert to rt_sealer with check (true);
grant select, insert on kernel.seal to rt_sealer;
grant select on kernel.seal to rt_app;

create table kernel.sealing (
  tenant_id uuid not null constraint sealing_pk primary key constraint sealing_tenant_fk references kernel.tenant (id),
  era smallint not null,
  seen pg_snapshot not null,
  caught_up_at timestamptz not null
);
comment on table kernel.sealing is 'How far the sealer has come with each tenant.';
comment on column kernel.sealing.era is 'Era of the snapshot.';
comment on column kernel.sealing.seen is 'Every row of the trail that this snapshot sees is sealed.';
comment on column kernel.sealing.caught_up_at is 'When the snapshot was taken: the unsealed are younger.';
call kernel.wall('kernel.sealing');
create policy sealer_keeps on kernel.sealing to rt_sealer using (true) with check (true);
grant select, insert, update on kernel.sealing to rt_sealer;
grant select on kernel.sealing to rt_app;

create table kernel.seen (
  tenant_id uuid not null constraint seen_tenant_fk references kernel.tenant (id),
  subject_id uuid not null,
  seq bigint not null,
  constraint seen_pk primary key (tenant_id, subject_id, seq)
);
comment on table kernel.seen is 'Each citizen with the rows of the trail that name them: who looked at somebody is found at once. Added by the sealer as it seals.';
comment on column kernel.seen.subject_id is 'The citizen.';
comment on column kernel.seen.seq is 'The row of kernel.audit.';
call kernel.wall('kernel.seen');
create policy sealer_reads on kernel.seen for select to rt_sealer using (true);
create policy sealer_adds on kernel.seen for insert to rt_sealer with check (true);
grant select, insert on kernel.seen to rt_sealer;
grant select on kernel.seen to rt_app;
