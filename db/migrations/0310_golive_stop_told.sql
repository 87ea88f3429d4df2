-- Whoever stops the line tells the chain in the same act.

alter table golive.line_stop
  add column message_id uuid,
  add constraint line_stop_message_fk foreign key (tenant_id, message_id) references relay.message (tenant_id, id);
create index line_stop_message on golive.line_stop (tenant_id, message_id);
comment on column golive.line_stop.message_id is 'The critical message that tells of it; null where no chain of messages was locked yet.';
