-- What a case taught reaches the template, and the template stands on the thread: from the case to the version, from the version to the settings.

alter table profiles.template
  add column id uuid not null default gen_random_uuid(),
  add constraint template_id_unique unique (tenant_id, id);
comment on column profiles.template.id is 'The version as a record on the thread.';

alter table golive.suggestion
  add column offer_group text,
  add column template_version int,
  add constraint suggestion_template_whole check ((offer_group is null) = (template_version is null)),
  add constraint suggestion_template_fk foreign key (tenant_id, offer_group, template_version) references profiles.template (tenant_id, offer_group, version);
create index suggestion_template on golive.suggestion (tenant_id, offer_group, template_version);
comment on column golive.suggestion.offer_group is 'Whose template it went into; null: none.';
comment on column golive.suggestion.template_version is 'The version it came in with.';
