-- Files that were sent in: what they are, and their octets in parts.

create schema documents;
comment on schema documents is 'Files and paper.';
grant usage on schema documents to rt_app;

create table documents.file (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  citizen_id uuid,
  name text not null,
  media_type text not null,
  size_bytes int not null,
  sha256 bytea not null,
  uploaded_by uuid not null,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  version int not null default 1,
  constraint file_pk primary key (tenant_id, id),
  constraint file_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint file_uploaded_by_fk foreign key (tenant_id, uploaded_by) references org.employee (tenant_id, id),
  constraint file_ended_by_fk foreign key (tenant_id, ended_by) references org.employee (tenant_id, id),
  constraint file_size check (size_bytes between 1 and 20971520),
  constraint file_ended_says_by_and_why check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null))
);
create index file_unit on documents.file (tenant_id, unit_id, uploaded_at desc);
create index file_citizen on documents.file (tenant_id, citizen_id, uploaded_at desc) where citizen_id is not null;
create index file_uploaded_by on documents.file (tenant_id, uploaded_by);
create index file_ended_by on documents.file (tenant_id, ended_by);
comment on table documents.file is 'A file that was sent in. It belongs to its unit, as a note does. Its octets never change; taking it away leaves it standing, ended.';
comment on column documents.file.citizen_id is 'Whom it is about; null: nobody. Without a foreign key: this room knows no citizens, the room above that takes the file in has asked.';
comment on column documents.file.name is 'Its name where it came from, without folders.';
comment on column documents.file.media_type is 'What its octets say it is, not what it was called.';
comment on column documents.file.size_bytes is 'At most 20 MB.';
comment on column documents.file.sha256 is 'Of its octets, so that any later change of them can be proved.';
comment on column documents.file.uploaded_by_name is 'The name as it was then.';
comment on column documents.file.ended_at is 'Taken away from then on; who had reason to can still be shown it.';
call kernel.wall('documents.file');
grant select, insert on documents.file to rt_app;
grant update (ended_at, ended_by, end_reason, version) on documents.file to rt_app;

create table documents.part (
  tenant_id uuid not null default kernel.here(),
  file_id uuid not null,
  number int not null,
  content bytea not null,
  constraint part_pk primary key (tenant_id, file_id, number),
  constraint part_file_fk foreign key (tenant_id, file_id) references documents.file (tenant_id, id),
  constraint part_small check (octet_length(content) <= 524288)
);
alter table documents.part alter column content set storage external;
comment on table documents.part is 'The octets of a file in parts of 512 kB, so that nobody holds a whole file to pass it on.';
comment on column documents.part.number is 'From 0.';
comment on column documents.part.content is 'The octets of the part. Nearly every kind of file is packed already: PostgreSQL does not try again.';
call kernel.wall('documents.part');
grant select, insert on documents.part to rt_app;
