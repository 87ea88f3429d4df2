-- How people prove who they are: second factors, ways in from other houses, shared devices and their PINs, and what holds guessing back.

-- The hash of a body with a password in it could be guessed at: first answers to that command stored no better than this.
update kernel.answer set body_hash = '' where command = 'org.setPassword';

-- Wrong passwords are counted in signin.guess from now on.
drop index kernel.audit_wrong_password;

create schema signin;
comment on schema signin is 'How people prove who they are.';
grant usage on schema signin to rt_app;

create table signin.policy (
  tenant_id uuid not null default kernel.here() constraint policy_tenant_fk references kernel.tenant (id),
  id uuid not null,
  valid_from date not null,
  second_factor text not null constraint policy_second_factor_known check (second_factor in ('offered', 'administrators', 'everyone')),
  least_assurance text not null constraint policy_assurance_known check (least_assurance in ('low', 'substantial', 'high')),
  lock_minutes int not null constraint policy_lock_range check (lock_minutes between 1 and 60),
  full_hours int not null constraint policy_full_range check (full_hours between 1 and 336),
  decided_at timestamptz not null,
  decided_by uuid,
  constraint policy_pk primary key (tenant_id, id),
  constraint policy_decided_by_fk foreign key (tenant_id, decided_by) references org.employee (tenant_id, id)
);
create index policy_decided_by on signin.policy (tenant_id, decided_by);
comment on table signin.policy is 'What the municipality demands of a sign-in, from a day on. The latest row that has begun is in force; of two for the same day the one decided last.';
comment on column signin.policy.second_factor is 'Who must have a second factor when signing in with a password: nobody (offered), administrators, everyone.';
comment on column signin.policy.least_assurance is 'Lowest NSIS level at which another house''s word is taken.';
comment on column signin.policy.lock_minutes is 'Minutes without touch after which a shared device locks.';
comment on column signin.policy.full_hours is 'Hours a full sign-in lasts before a PIN on a shared device asks for the next.';
call kernel.wall('signin.policy');
grant select, insert on signin.policy to rt_app;

create table signin.person (
  tenant_id uuid not null default kernel.here(),
  employee_id uuid not null,
  once_until_at timestamptz,
  password_set_at timestamptz,
  full_at timestamptz,
  totp_sealed bytea,
  totp_since_at timestamptz,
  totp_step bigint,
  pin_hash text,
  pin_set_at timestamptz,
  passkey_handle bytea,
  constraint person_pk primary key (tenant_id, employee_id),
  constraint person_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint person_totp_whole check ((totp_sealed is null) = (totp_since_at is null)),
  constraint person_pin_whole check ((pin_hash is null) = (pin_set_at is null))
);
comment on table signin.person is 'What an employee signs in with, beside the password.';
comment on column signin.person.once_until_at is 'The password was given by an administrator: it opens the door to choosing one''s own, until then. Null: it is one''s own.';
comment on column signin.person.password_set_at is 'When the person chose the password.';
comment on column signin.person.full_at is 'The latest full sign-in (not by PIN); how long a PIN works is counted from it.';
comment on column signin.person.totp_sealed is 'The authenticator app''s secret, sealed with a key worked out from RT_SECRET.';
comment on column signin.person.totp_step is 'The latest half minute whose code was used: no code opens twice.';
comment on column signin.person.pin_hash is 'Argon2id in PHC form; works on paired devices only.';
comment on column signin.person.passkey_handle is 'Random name of the person towards authenticators; says nothing.';
call kernel.wall('signin.person');
grant select, insert, update on signin.person to rt_app;

create table signin.passkey (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  name text not null,
  credential text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  host text not null,
  added_at timestamptz not null,
  used_at timestamptz,
  constraint passkey_pk primary key (tenant_id, id),
  constraint passkey_credential_unique unique (tenant_id, credential),
  constraint passkey_employee_fk foreign key (tenant_id, employee_id) references signin.person (tenant_id, employee_id)
);
create index passkey_employee on signin.passkey (tenant_id, employee_id);
comment on table signin.passkey is 'A passkey on a person''s phone, computer or key.';
comment on column signin.passkey.credential is 'The authenticator''s name for it, base64url.';
comment on column signin.passkey.public_key is 'COSE form.';
comment on column signin.passkey.counter is 'How often the authenticator says it has signed; a step back is a copy, and is refused.';
comment on column signin.passkey.transports is 'How the authenticator is reached, as the browser said.';
comment on column signin.passkey.host is 'The host name it was made for; it works nowhere else.';
call kernel.wall('signin.passkey');
grant select, insert, delete on signin.passkey to rt_app;
grant update (counter, used_at, name) on signin.passkey to rt_app;

create table signin.recovery_code (
  tenant_id uuid not null default kernel.here(),
  employee_id uuid not null,
  code_hash bytea not null,
  constraint recovery_code_pk primary key (tenant_id, employee_id, code_hash),
  constraint recovery_code_employee_fk foreign key (tenant_id, employee_id) references signin.person (tenant_id, employee_id)
);
comment on table signin.recovery_code is 'Codes on paper for the day the phone is gone. Each works once: used, its row goes.';
comment on column signin.recovery_code.code_hash is 'HMAC of the code with a key worked out from RT_SECRET.';
call kernel.wall('signin.recovery_code');
grant select, insert, delete on signin.recovery_code to rt_app;

create table signin.step (
  tenant_id uuid not null default kernel.here() constraint step_tenant_fk references kernel.tenant (id),
  id uuid not null,
  token_hash bytea not null,
  employee_id uuid,
  proved text[] not null default '{}',
  challenge text,
  totp_sealed bytea,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint step_pk primary key (tenant_id, id),
  constraint step_token_unique unique (tenant_id, token_hash),
  constraint step_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index step_employee on signin.step (tenant_id, employee_id);
create index step_age on signin.step (tenant_id, expires_at);
comment on table signin.step is 'Somebody half-way through a door: the password was right and more is asked, or a passkey is awaited. Ten minutes, one browser.';
comment on column signin.step.token_hash is 'SHA-256 of the token in the browser''s cookie.';
comment on column signin.step.employee_id is 'Who it is about; null while a passkey is to tell.';
comment on column signin.step.proved is 'What has been proved so far: password, totp, passkey, recovery, session.';
comment on column signin.step.challenge is 'What a passkey must sign; good for one answer.';
comment on column signin.step.totp_sealed is 'The secret of an authenticator app that is being added, sealed.';
call kernel.wall('signin.step');
grant select, insert, delete on signin.step to rt_app;
grant update (employee_id, proved, challenge, totp_sealed, ended_at) on signin.step to rt_app;

create table signin.guess (
  tenant_id uuid not null default kernel.here() constraint guess_tenant_fk references kernel.tenant (id),
  key bytea not null,
  tries int not null,
  in_all int not null,
  last_at timestamptz not null,
  wait_until_at timestamptz not null,
  constraint guess_pk primary key (tenant_id, key)
);
create index guess_age on signin.guess (tenant_id, last_at);
comment on table signin.guess is 'How often something was tried. A try is taken before anything is compared, in one statement, so that tries at the same time cannot pass together.';
comment on column signin.guess.key is 'HMAC of what was guessed at: a name from any browser, a name from one of its owner''s browsers, a PIN on a device, a code.';
comment on column signin.guess.tries is 'Since the last success or the last quarter of an hour of quiet.';
comment on column signin.guess.in_all is 'Since the last success, quiet or not.';
comment on column signin.guess.wait_until_at is 'Until then nothing is compared.';
call kernel.wall('signin.guess');
grant select, insert, update, delete on signin.guess to rt_app;

create table signin.provider (
  tenant_id uuid not null default kernel.here() constraint provider_tenant_fk references kernel.tenant (id),
  id uuid not null,
  kind text not null constraint provider_kind_known check (kind in ('oidc', 'saml')),
  label text not null,
  setup jsonb not null,
  secret_sealed bytea,
  closed_on date,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint provider_pk primary key (tenant_id, id),
  constraint provider_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index provider_changed_by on signin.provider (tenant_id, changed_by);
comment on table signin.provider is 'Another house that may say who somebody is: the municipality''s own identity provider, by OpenID Connect or SAML 2.0.';
comment on column signin.provider.label is 'What the button on the sign-in page says.';
comment on column signin.provider.setup is 'As features/signin/contract.ts ProviderSetup: addresses, certificates, claims, which privilege gives which role. Nothing secret.';
comment on column signin.provider.secret_sealed is 'The client secret (oidc) or private key (saml), sealed with a key worked out from RT_SECRET; never read back to a person.';
comment on column signin.provider.closed_on is 'First day it is no longer used.';
comment on column signin.provider.version is 'Counts up with each change.';
call kernel.wall('signin.provider');
grant select, insert, update on signin.provider to rt_app;

create table signin.identity (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  provider_id uuid not null,
  subject text not null,
  employee_id uuid not null,
  linked_at timestamptz not null,
  linked_by uuid,
  constraint identity_pk primary key (tenant_id, id),
  constraint identity_subject_unique unique (tenant_id, provider_id, subject),
  constraint identity_provider_fk foreign key (tenant_id, provider_id) references signin.provider (tenant_id, id),
  constraint identity_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint identity_linked_by_fk foreign key (tenant_id, linked_by) references org.employee (tenant_id, id)
);
create index identity_employee on signin.identity (tenant_id, employee_id);
create index identity_linked_by on signin.identity (tenant_id, linked_by);
comment on table signin.identity is 'Which employee somebody is at another house, by that house''s lasting id. Never by e-mail.';
comment on column signin.identity.subject is 'The lasting id as the provider says it.';
comment on column signin.identity.linked_by is 'Null: the house itself, by equal id or because the privileges made the employee.';
call kernel.wall('signin.identity');
grant select, insert, delete on signin.identity to rt_app;

create table signin.granted (
  tenant_id uuid not null default kernel.here(),
  role_grant_id uuid not null,
  provider_id uuid not null,
  granted_at timestamptz not null,
  constraint granted_pk primary key (tenant_id, role_grant_id),
  constraint granted_role_grant_fk foreign key (tenant_id, role_grant_id) references org.role_grant (tenant_id, id),
  constraint granted_provider_fk foreign key (tenant_id, provider_id) references signin.provider (tenant_id, id)
);
create index granted_provider on signin.granted (tenant_id, provider_id);
comment on table signin.granted is 'Roles that stand on another house''s word. They end when a sign-in comes without the privilege.';
call kernel.wall('signin.granted');
grant select, insert on signin.granted to rt_app;

create table signin.trip (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  provider_id uuid not null,
  token_hash bytea not null,
  request text not null,
  return_to text not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  ticket_hash bytea,
  employee_id uuid,
  assurance text,
  ended_at timestamptz,
  constraint trip_pk primary key (tenant_id, id),
  constraint trip_request_unique unique (tenant_id, request),
  constraint trip_provider_fk foreign key (tenant_id, provider_id) references signin.provider (tenant_id, id),
  constraint trip_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index trip_provider on signin.trip (tenant_id, provider_id);
create index trip_employee on signin.trip (tenant_id, employee_id);
create index trip_age on signin.trip (tenant_id, expires_at);
comment on table signin.trip is 'A browser that was sent to another house to say who it is. Ten minutes, one browser, one answer.';
comment on column signin.trip.token_hash is 'SHA-256 of the token in the browser''s cookie: the answer must come back in the same browser.';
comment on column signin.trip.request is 'What the answer must name: SAML''s request id; for OpenID Connect the state.';
comment on column signin.trip.return_to is 'The page one came from; a path of our own.';
comment on column signin.trip.ticket_hash is 'SHA-256 of what the browser must bring along, with its cookie, after the answer was found good.';
comment on column signin.trip.assurance is 'Level the answer gave.';
call kernel.wall('signin.trip');
grant select, insert, delete on signin.trip to rt_app;
grant update (answered_at, ticket_hash, employee_id, assurance, ended_at) on signin.trip to rt_app;

create table signin.device (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  code_hash bytea,
  code_until_at timestamptz,
  token_hash bytea,
  paired_at timestamptz not null,
  paired_by uuid not null,
  claimed_at timestamptz,
  seen_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  version int not null default 1,
  constraint device_pk primary key (tenant_id, id),
  constraint device_token_unique unique (tenant_id, token_hash),
  constraint device_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint device_paired_by_fk foreign key (tenant_id, paired_by) references org.employee (tenant_id, id),
  constraint device_ended_by_fk foreign key (tenant_id, ended_by) references org.employee (tenant_id, id),
  constraint device_ended_whole check ((ended_at is null) = (ended_by is null))
);
create index device_unit on signin.device (tenant_id, unit_id);
create index device_paired_by on signin.device (tenant_id, paired_by);
create index device_ended_by on signin.device (tenant_id, ended_by);
comment on table signin.device is 'A tablet or computer that a unit shares. On it one picks one''s name and types a PIN.';
comment on column signin.device.code_hash is 'SHA-256 of the code that makes a browser this device; gone once used.';
comment on column signin.device.token_hash is 'SHA-256 of the token in the device''s cookie; null until a browser has used the code.';
comment on column signin.device.claimed_at is 'When a browser became this device.';
comment on column signin.device.seen_at is 'Latest sign-in on it.';
comment on column signin.device.ended_at is 'From then on it is a device like any other; sessions on it ended too.';
comment on column signin.device.version is 'Counts up with each change that a leader makes.';
call kernel.wall('signin.device');
grant select, insert, update on signin.device to rt_app;
