-- A gap told by a unit may name the row of the requirement that falls short.

alter table tender.gap add column line_id uuid;
alter table tender.gap add constraint gap_line_fk foreign key (tenant_id, line_id) references requirements.line (tenant_id, id);
create index gap_line on tender.gap (tenant_id, line_id);
comment on column tender.gap.line_id is 'The row of a requirement it is about; null where it is about whole requirements, or about none.';
