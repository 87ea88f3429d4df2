-- Who teaches a session is a person where one of the house teaches; what was written before stays as written.

alter table training.session
  add column trainer_id uuid,
  add constraint session_trainer_fk foreign key (tenant_id, trainer_id) references org.employee (tenant_id, id),
  add constraint session_trainer_has_name check (trainer_id is null or trainer <> '');
create index session_trainer on training.session (tenant_id, trainer_id);
comment on column training.session.trainer is 'Who teaches: the name of trainer_id when that was written, else a name from outside or a post. Empty when they fell ill and nobody has been found.';
comment on column training.session.trainer_id is 'The same person, when it is one who works here; null: somebody of the vendor, or a post.';
