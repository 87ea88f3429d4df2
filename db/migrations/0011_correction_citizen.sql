-- A citizen's timeline puts a corrected note where its present version belongs. It finds it by the correction's own time and citizen,
-- so that a page costs the same after twenty-five years as after one.
alter table journal.correction add column citizen_id uuid;
comment on column journal.correction.citizen_id is 'The note''s, kept here so that a citizen''s corrections are found by index.';

-- The owner may be no superuser, and is then behind the wall too.
alter table journal.note no force row level security;
alter table journal.correction no force row level security;
update journal.correction set citizen_id = note.citizen_id from journal.note
where note.tenant_id = correction.tenant_id and note.id = correction.note_id;
alter table journal.note force row level security;
alter table journal.correction force row level security;

alter table journal.correction add constraint correction_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id);
create index correction_citizen_time on journal.correction (tenant_id, citizen_id, happened_at desc);

drop index journal.note_citizen_amended;
create index note_citizen_amended on journal.note (tenant_id, citizen_id, happened_at desc) where amended;

-- Whoever writes a correction need not know: one without its citizen would be missing in the timeline.
create function journal.citizen_of_note() returns trigger language plpgsql as $$
begin
  new.citizen_id := (select note.citizen_id from journal.note where note.tenant_id = new.tenant_id and note.id = new.note_id);
  return new;
end $$;
comment on function journal.citizen_of_note() is 'A correction is about the note''s citizen.';
create trigger correction_citizen before insert on journal.correction for each row execute function journal.citizen_of_note();
