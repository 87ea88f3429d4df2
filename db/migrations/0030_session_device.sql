-- A session says on which shared device it was opened, how sure we are of who it is, and when it must end whatever is done in it.

alter table kernel.session
  add column device_id uuid,
  add column device_name text,
  add column assurance text constraint session_assurance_known check (assurance in ('low', 'substantial', 'high')),
  add column browser text,
  add column idle_minutes int not null default 60 constraint session_idle_positive check (idle_minutes > 0),
  add column limit_at timestamptz;

comment on column kernel.session.how is 'How the person signed in: password, password+totp, password+passkey, password+recovery, passkey, oidc, saml, pin, temp, demo, cli.';
comment on column kernel.session.device_id is 'The shared device it was opened on; null on a device of one''s own. Kept without a foreign key: the kernel does not know devices.';
comment on column kernel.session.device_name is 'What the shared device was called when the session was opened.';
comment on column kernel.session.assurance is 'Assurance level of the sign-in as NSIS names them; null where nothing was said.';
comment on column kernel.session.browser is 'Browser and system in words, as "Chrome, Android": so that people know their own sessions again.';
comment on column kernel.session.idle_minutes is 'Minutes without use after which it ends.';
comment on column kernel.session.limit_at is 'When it ends however much it is used; null: twelve hours after started_at. Read together with expires_at, which is never later.';
grant update (limit_at) on kernel.session to rt_app;
