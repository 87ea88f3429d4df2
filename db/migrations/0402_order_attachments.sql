-- Attachments that came with an order: which file, of which version, and whether it is among those that stand.

create table orders.attachment (
  tenant_id uuid not null default kernel.here(),
  file_id uuid not null,
  order_id uuid not null,
  revision_id uuid not null,
  foreign_id text,
  sort int not null,
  name text not null,
  text text,
  stands boolean not null,
  constraint attachment_pk primary key (tenant_id, file_id),
  constraint attachment_file_fk foreign key (tenant_id, file_id) references documents.file (tenant_id, id),
  constraint attachment_order_fk foreign key (tenant_id, order_id) references orders.order (tenant_id, id),
  constraint attachment_revision_fk foreign key (tenant_id, revision_id) references orders.revision (tenant_id, id)
);
create index attachment_order on orders.attachment (tenant_id, order_id, sort);
create index attachment_revision on orders.attachment (tenant_id, revision_id);
comment on table orders.attachment is 'A file that came with an order, or with a change of it. None goes away when a change is declined or overtaken: it was received.';
comment on column orders.attachment.file_id is 'The file; its octets never change. The same octets sent again are the same file.';
comment on column orders.attachment.revision_id is 'The version it came with first.';
comment on column orders.attachment.foreign_id is 'Id of the paper at the authority.';
comment on column orders.attachment.sort is 'Place among the order''s attachments, as the authority sent them.';
comment on column orders.attachment.name is 'What the authority calls it.';
comment on column orders.attachment.text is 'What the authority says of it.';
comment on column orders.attachment.stands is 'Among those of the version that stands; false: came with a change that waits or was not taken in, or has been left out since.';
call kernel.wall('orders.attachment');
grant select, insert on orders.attachment to rt_app;
grant update (sort, name, text, stands) on orders.attachment to rt_app;
call db.erase_from('orders.attachment', 'social-record', 'social-record', 'exists (select from orders."order" o where o.tenant_id = t.tenant_id and o.id = t.order_id and o.citizen_id = $1)', null,
  'null::date', 30);

-- Those taken in before: stored within the same receipt as the order itself, and until now nothing said so.
insert into orders.attachment (tenant_id, file_id, order_id, revision_id, sort, name, stands)
select distinct on (file.tenant_id, file.id) file.tenant_id, file.id, o.id, first.id, row_number() over (partition by o.tenant_id, o.id order by file.uploaded_at, file.id), file.name, true
from orders.order o
join orders.revision first on first.tenant_id = o.tenant_id and first.order_id = o.id and first.number = 1
join documents.file on file.tenant_id = o.tenant_id and file.citizen_id = o.citizen_id and file.uploaded_by = o.received_by
  and file.uploaded_at between o.received_at and o.received_at + interval '1 minute'
where o.source = 'message' and not exists (select from orders.order typed where typed.tenant_id = file.tenant_id and typed.file_id = file.id)
order by file.tenant_id, file.id, o.received_at desc;
