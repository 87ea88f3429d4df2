-- What was received from others, as it came.

create schema exchange;
comment on schema exchange is 'Messages in and out, in the national standard.';
grant usage on schema exchange to rt_app;

create table exchange.received (
  tenant_id uuid not null default kernel.here() constraint received_tenant_fk references kernel.tenant (id),
  id uuid not null,
  kind text not null constraint received_kind_known check (kind in ('order', 'report', 'status', 'single')),
  foreign_key text not null,
  sha256 bytea not null,
  content jsonb not null,
  file_name text not null,
  citizen_id uuid,
  order_id uuid,
  revision_id uuid,
  notes jsonb not null default '[]',
  received_at timestamptz not null,
  received_by uuid not null,
  constraint received_pk primary key (tenant_id, id),
  constraint received_once unique (tenant_id, foreign_key, sha256),
  constraint received_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint received_order_fk foreign key (tenant_id, order_id) references orders.order (tenant_id, id),
  constraint received_revision_fk foreign key (tenant_id, revision_id) references orders.revision (tenant_id, id),
  constraint received_by_fk foreign key (tenant_id, received_by) references org.employee (tenant_id, id)
);
create index received_citizen on exchange.received (tenant_id, citizen_id) where citizen_id is not null;
create index received_order on exchange.received (tenant_id, order_id) where order_id is not null;
create index received_revision on exchange.received (tenant_id, revision_id) where revision_id is not null;
create index received_by on exchange.received (tenant_id, received_by);
create index received_lately on exchange.received (tenant_id, received_at desc, id);
comment on table exchange.received is 'A message, report or single resource as it came. The same once more is not stored again.';
comment on column exchange.received.kind is 'order: FFB order message. report: delivery report. status: other collection about a citizen. single: one resource.';
comment on column exchange.received.foreign_key is 'What the sender calls it: kind and id of the order''s plan, the bundle, or the resource.';
comment on column exchange.received.sha256 is 'Of its content with names in order: the same twice is the same.';
comment on column exchange.received.content is 'The whole of it, so that it can be passed on as it was.';
comment on column exchange.received.file_name is 'Its name where it came from, without folders.';
comment on column exchange.received.citizen_id is 'Whom it is about, when somebody here.';
comment on column exchange.received.order_id is 'The order it made or would change.';
comment on column exchange.received.revision_id is 'The version of the order it is.';
comment on column exchange.received.notes is 'What somebody should know: code and facts, never words about a person.';
call kernel.wall('exchange.received');
grant select, insert on exchange.received to rt_app;
