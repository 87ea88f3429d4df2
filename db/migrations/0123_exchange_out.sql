-- What is told to others: the case as it is reported to the national gateway, and what is on its way out.

create table exchange.item (
  tenant_id uuid not null default kernel.here() constraint item_tenant_fk references kernel.tenant (id),
  id uuid not null,
  citizen_id uuid not null,
  kind text not null constraint item_kind_known check (kind in ('request', 'condition', 'gathering', 'need', 'goal', 'target-group', 'performer', 'follow-up-day', 'plan', 'intervention', 'follow-up')),
  content jsonb not null,
  withdrawn boolean not null default false,
  version int not null default 1,
  reported_version int not null default 0,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint item_pk primary key (tenant_id, id),
  constraint item_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint item_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index item_citizen on exchange.item (tenant_id, citizen_id, kind);
create index item_changed_by on exchange.item (tenant_id, changed_by);
comment on table exchange.item is 'One thing of a citizen''s case as the municipality reports it (uddatasæt). Its id is what the gateway knows it by: the same id later is a change.';
comment on column exchange.item.content is 'Codes, days and links only: no free text is reported.';
comment on column exchange.item.withdrawn is 'Entered by mistake: reported once more under the same id as an error.';
comment on column exchange.item.version is 'Counts up with each change.';
comment on column exchange.item.reported_version is 'The version that was last told; 0: none yet.';
call kernel.wall('exchange.item');
grant select, insert, update on exchange.item to rt_app;

create table exchange.outgoing (
  tenant_id uuid not null default kernel.here() constraint outgoing_tenant_fk references kernel.tenant (id),
  id uuid not null,
  kind text not null constraint outgoing_kind_known check (kind in ('status', 'report', 'order')),
  citizen_id uuid not null,
  content jsonb not null,
  state text not null default 'waiting' constraint outgoing_state_known check (state in ('waiting', 'sent', 'refused')),
  attempts int not null default 0,
  next_at timestamptz,
  last_error text,
  made_at timestamptz not null,
  made_by uuid not null,
  sent_at timestamptz,
  constraint outgoing_pk primary key (tenant_id, id),
  constraint outgoing_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint outgoing_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id),
  constraint outgoing_sent_says_when check ((state = 'sent') = (sent_at is not null))
);
create index outgoing_waiting on exchange.outgoing (tenant_id, next_at) where state = 'waiting';
create index outgoing_lately on exchange.outgoing (tenant_id, made_at desc, id);
create index outgoing_citizen on exchange.outgoing (tenant_id, citizen_id);
create index outgoing_made_by on exchange.outgoing (tenant_id, made_by);
comment on table exchange.outgoing is 'The outbox: what is to be sent, was sent, or was refused by whoever was to have it. Sent once: its id goes along, and a sent one is never sent again.';
comment on column exchange.outgoing.content is 'The bundle, as it is sent.';
comment on column exchange.outgoing.state is 'waiting: to be tried. sent: taken by the other end. refused: the other end said no, and trying again is no use.';
comment on column exchange.outgoing.attempts is 'How often it was tried.';
comment on column exchange.outgoing.next_at is 'When it is tried next; null when it is not.';
comment on column exchange.outgoing.last_error is 'What the other end or the network last said: a status or a code, never content.';
call kernel.wall('exchange.outgoing');
grant select, insert on exchange.outgoing to rt_app;
grant update (state, attempts, next_at, last_error, sent_at) on exchange.outgoing to rt_app;

create table exchange.setting (
  tenant_id uuid not null default kernel.here() constraint setting_tenant_fk references kernel.tenant (id),
  organisation_id uuid not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint setting_pk primary key (tenant_id),
  constraint setting_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index setting_changed_by on exchange.setting (tenant_id, changed_by);
comment on table exchange.setting is 'Who the municipality is to others.';
comment on column exchange.setting.organisation_id is 'Its id in KOMBIT''s register of organisations (STS Organisation).';
call kernel.wall('exchange.setting');
grant select, insert, update on exchange.setting to rt_app;
