-- Citizens: card, contacts, warnings, contact persons, and the ties through which a unit may see a citizen.

create schema citizens;
comment on schema citizens is 'The people the work is for.';
grant usage on schema citizens to rt_app, rt_search;

create table citizens.citizen (
  tenant_id uuid not null default kernel.here() constraint citizen_tenant_fk references kernel.tenant (id),
  id uuid not null,
  external_id text,
  given_name text not null,
  family_name text not null,
  preferred_name text,
  pronoun text,
  number text,
  number_kind text,
  born_on date,
  address text,
  room text,
  phone text,
  identity_protected boolean not null default false,
  protected_until date,
  hidden_stay boolean not null default false,
  about text,
  photo bytea,
  photo_type text,
  died_on date,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint citizen_pk primary key (tenant_id, id),
  constraint citizen_external_unique unique (tenant_id, external_id),
  constraint citizen_number_unique unique (tenant_id, number),
  constraint citizen_number_kind_known check (number_kind in ('cpr', 'replacement', 'ecpr')),
  constraint citizen_number_says_kind check ((number is null) = (number_kind is null)),
  constraint citizen_photo_says_type check ((photo is null) = (photo_type is null)),
  constraint citizen_photo_small check (octet_length(photo) <= 60000)
);
comment on table citizens.citizen is 'The card. A citizen may have no number and no surname we know.';
comment on column citizens.citizen.external_id is 'The citizen''s id in the system they were imported from.';
comment on column citizens.citizen.preferred_name is 'What the citizen wants to be called.';
comment on column citizens.citizen.number is 'CPR number, replacement number or eCPR; ten signs without hyphen. Never refused for its check digit.';
comment on column citizens.citizen.room is 'Room or flat within the unit.';
comment on column citizens.citizen.identity_protected is 'Name and address protection (CPR-loven § 28).';
comment on column citizens.citizen.protected_until is 'Last day of the protection; null: without a known end.';
comment on column citizens.citizen.hidden_stay is 'The unit itself is a hidden address (crisis centre).';
comment on column citizens.citizen.about is 'What the citizen wants people here to know, in their own words.';
comment on column citizens.citizen.photo is 'Small portrait, at most 60 kB.';
comment on column citizens.citizen.version is 'Counts up with each change; an edit must name the version it was made from.';
call kernel.wall('citizens.citizen');
grant select, insert, update on citizens.citizen to rt_app;

create table citizens.tie (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  because text not null constraint tie_because_known check (because in ('stay', 'registration')),
  because_id uuid,
  from_on date not null,
  to_on date,
  constraint tie_pk primary key (tenant_id, id),
  constraint tie_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint tie_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint tie_period check (to_on >= from_on - 1)
);
create index tie_citizen on citizens.tie (tenant_id, citizen_id, unit_id);
create index tie_unit on citizens.tie (tenant_id, unit_id, citizen_id);
create unique index tie_of_stay on citizens.tie (tenant_id, because_id) where because_id is not null;
comment on table citizens.tie is 'Why a unit may see a citizen, from when to when. Kept by the features that know the reason; read by every permission about a citizen.';
comment on column citizens.tie.because is 'stay: lives, attends or gets support there. registration: just created there.';
comment on column citizens.tie.because_id is 'The stay.';
comment on column citizens.tie.to_on is 'Last day of the tie; null while it holds. The day before from_on: it never came to hold, a better reason took its place.';
call kernel.wall('citizens.tie');
grant select, insert, update on citizens.tie to rt_app;

create table citizens.contact_person (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  employee_id uuid not null,
  from_on date not null,
  to_on date,
  constraint contact_person_pk primary key (tenant_id, id),
  constraint contact_person_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint contact_person_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint contact_person_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index contact_person_citizen on citizens.contact_person (tenant_id, citizen_id);
create index contact_person_unit on citizens.contact_person (tenant_id, unit_id);
create index contact_person_employee on citizens.contact_person (tenant_id, employee_id);
comment on table citizens.contact_person is 'Which employee of a unit is the citizen''s own (kontaktperson).';
comment on column citizens.contact_person.to_on is 'Last day; null until further notice.';
call kernel.wall('citizens.contact_person');
grant select, insert on citizens.contact_person to rt_app;
grant update (to_on) on citizens.contact_person to rt_app;

create table citizens.contact (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  kind text not null constraint contact_kind_known check (kind in ('relative', 'guardian', 'doctor', 'caseworker', 'lay-assistant', 'other')),
  name text not null,
  relation text,
  phone text,
  note text,
  ended_at timestamptz,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint contact_pk primary key (tenant_id, id),
  constraint contact_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id)
);
create index contact_citizen on citizens.contact (tenant_id, citizen_id);
comment on table citizens.contact is 'People around the citizen: relatives, guardian (værge), doctor, caseworker, lay assistant (bisidder).';
comment on column citizens.contact.note is 'What they may be told, when to call.';
comment on column citizens.contact.ended_at is 'No longer a contact from then on.';
comment on column citizens.contact.version is 'Counts up with each change.';
call kernel.wall('citizens.contact');
grant select, insert, update on citizens.contact to rt_app;

create table citizens.warning (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  kind text not null constraint warning_kind_known check (kind in ('allergy', 'epilepsy', 'violence', 'infection', 'alone-time', 'fall', 'other')),
  text text not null,
  author_id uuid not null,
  author_name text not null,
  written_at timestamptz not null,
  review_on date not null,
  ended_at timestamptz,
  ended_by uuid,
  version int not null default 1,
  constraint warning_pk primary key (tenant_id, id),
  constraint warning_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint warning_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint warning_author_fk foreign key (tenant_id, author_id) references org.employee (tenant_id, id)
);
create index warning_citizen on citizens.warning (tenant_id, citizen_id);
create index warning_unit on citizens.warning (tenant_id, unit_id);
create index warning_author on citizens.warning (tenant_id, author_id);
comment on table citizens.warning is 'What everyone around the citizen must know (obs), with a day to look at it again.';
comment on column citizens.warning.author_name is 'The author''s name as it was when it was written.';
comment on column citizens.warning.review_on is 'Day by which somebody looks at it again.';
comment on column citizens.warning.version is 'Counts up with each change.';
call kernel.wall('citizens.warning');
grant select, insert on citizens.warning to rt_app;
grant update (review_on, ended_at, ended_by, version) on citizens.warning to rt_app;
