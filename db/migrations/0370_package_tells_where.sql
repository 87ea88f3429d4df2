-- Where somebody protected is to be found goes into their copy only when somebody has said why, for that very copy.

alter table privacy.package add column tell_where text,
  add constraint package_tell_where_said check (tell_where is null or length(btrim(tell_where)) between 1 and 300);
comment on column privacy.package.tell_where is 'Why address, phone, room and units’ names go along though they are protected. Null: left out while the protection lasts, and said so in the copy.';
