-- Code lists that were loaded, version beside version. The one the product knows by itself stands in the code.

create schema terminology;
comment on schema terminology is 'Codes that others made, and their Danish names.';
grant usage on schema terminology to rt_app;

create table terminology.version (
  tenant_id uuid not null default kernel.here() constraint version_tenant_fk references kernel.tenant (id),
  system text not null,
  version text not null,
  title text not null,
  valid_from date not null,
  valid_to date,
  sha256 bytea not null,
  loaded_at timestamptz not null,
  loaded_by uuid not null,
  constraint version_pk primary key (tenant_id, system, version),
  constraint version_loaded_by_fk foreign key (tenant_id, loaded_by) references org.employee (tenant_id, id),
  constraint version_period check (valid_to >= valid_from)
);
create index version_loaded_by on terminology.version (tenant_id, loaded_by);
comment on table terminology.version is 'A version of a code list, loaded from its official file. Records keep the version they were written under.';
comment on column terminology.version.system is 'The code system''s own address: urn:oid:1.2.208.176.2.22 is FFB.';
comment on column terminology.version.version is 'As the code system says.';
comment on column terminology.version.title is 'Its name.';
comment on column terminology.version.valid_from is 'First day on which new records are written under it.';
comment on column terminology.version.valid_to is 'Last day; null: until a later one takes over.';
comment on column terminology.version.sha256 is 'Of its concepts: the same version with other content is refused.';
call kernel.wall('terminology.version');
grant select, insert on terminology.version to rt_app;
grant update (valid_to) on terminology.version to rt_app;

create table terminology.concept (
  tenant_id uuid not null default kernel.here(),
  system text not null,
  version text not null,
  code text not null,
  parent_code text,
  name text not null,
  list text,
  constraint concept_pk primary key (tenant_id, system, version, code),
  constraint concept_version_fk foreign key (tenant_id, system, version) references terminology.version (tenant_id, system, version)
);
comment on table terminology.concept is 'A code of a loaded version.';
comment on column terminology.concept.system is 'As its version says.';
comment on column terminology.concept.version is 'As its version says.';
comment on column terminology.concept.code is 'The code.';
comment on column terminology.concept.parent_code is 'The heading it stands under.';
comment on column terminology.concept.name is 'Danish name, without outer blanks.';
comment on column terminology.concept.list is 'The list one chooses it from, as features/terminology/ffb.ts names them; null: a heading, or not known.';
call kernel.wall('terminology.concept');
grant select, insert on terminology.concept to rt_app;
