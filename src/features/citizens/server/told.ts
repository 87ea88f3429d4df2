import { employeeName, unitName } from '#features/org/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { choicesOf, type Subject, type Telling, told } from '#kernel/server/telling.ts'
import { da } from '../text.da.ts'
import { en } from '../text.en.ts'

/** A period of days that touches the one asked about; `to` is its last day. */
const touches = (from: Sql, to: Sql, { fromOn, toOn }: Subject) =>
  sql`(${from} <= ${toOn}::date and (${to} is null or ${to} >= ${fromOn}::date) and (${to} is null or ${to} >= ${from}))`
const versionCounts = 'counts changes; says nothing about the citizen'
const linkOnly = 'an id of ours; the name it stands for is told'

const card: Telling = {
  name: 'citizens.card',
  title: { da: 'Stamkort', en: 'Card' },
  lead: { da: 'Som det står i dag.', en: 'As it stands today.' },
  tables: ['citizens.citizen'],
  untold: { 'citizens.citizen.photo': 'told as a file', 'citizens.citizen.photo_type': 'told as the file’s kind' },
  layout: 'pairs',
  fields: [
    told.plain('givenName', 'Fornavn', 'Given name'),
    told.plain('familyName', 'Efternavn', 'Family name'),
    told.plain('preferredName', 'Kaldenavn', 'Called name'),
    told.plain('pronoun', 'Stedord', 'Pronoun'),
    told.plain('number', 'CPR-nummer', 'CPR number'),
    told.choice('numberKind', 'Slags nummer', 'Kind of number', {
      cpr: { da: 'CPR-nummer', en: 'CPR number' },
      replacement: { da: 'erstatnings-CPR', en: 'replacement number' },
      ecpr: { da: 'eCPR', en: 'eCPR' },
    }),
    told.day('bornOn', 'Født', 'Born'),
    told.day('diedOn', 'Død', 'Died'),
    told.place('address', 'Adresse', 'Address'),
    told.place('room', 'Værelse eller bolig', 'Room or flat'),
    told.place('phone', 'Telefon', 'Phone'),
    told.yesNo('identityProtected', 'Beskyttet navn og adresse', 'Protected name and address'),
    told.day('protectedUntil', 'Beskyttet til', 'Protected until'),
    told.yesNo('hiddenStay', 'Skjult ophold', 'Hidden stay'),
    told.words('about', 'Om mig, med mine ord', 'About me, in my words'),
    told.yesNo('hasPhoto', 'Foto', 'Photo'),
    told.id('externalId', 'Id i et tidligere system', 'Id in a former system'),
    told.id('version', 'Udgave', 'Version'),
    told.aside(told.instant('changedAt', 'Senest ændret', 'Last changed')),
    told.aside(told.plain('changedByName', 'Ændret af', 'Changed by')),
  ],
  rows: ({ id }) => sql`
    select id::text, given_name as "givenName", family_name as "familyName", preferred_name as "preferredName", pronoun, number,
      number_kind as "numberKind", born_on as "bornOn", died_on as "diedOn", address, room, phone, identity_protected as "identityProtected",
      protected_until as "protectedUntil", hidden_stay as "hiddenStay", about, photo is not null as "hasPhoto", external_id as "externalId",
      version, changed_at as "changedAt", ${employeeName(sql`citizen.changed_by`)} as "changedByName"
    from citizens.citizen where tenant_id = kernel.here() and id = ${id}::uuid`,
  files: {
    rows: ({ id }) => sql`
      select id::text, 'foto.' || case photo_type when 'image/jpeg' then 'jpg' else split_part(photo_type, '/', 2) end as name,
        photo_type as "mediaType", octet_length(photo) as "sizeBytes", 1 as parts
      from citizens.citizen where tenant_id = kernel.here() and id = ${id}::uuid and photo is not null`,
    part: ({ id }) =>
      sql`select photo as content from citizens.citizen where tenant_id = kernel.here() and id = ${id}::uuid`,
  },
}

const contacts: Telling = {
  name: 'citizens.contacts',
  title: { da: 'Kontakter', en: 'Contacts' },
  tables: ['citizens.contact'],
  layout: 'pairs',
  headedBy: 'name',
  fields: [
    told.plain('name', 'Navn', 'Name'),
    told.choice('kind', 'Hvem', 'Who', choicesOf(da.contactKinds, en.contactKinds)),
    told.plain('relation', 'Relation', 'Relation'),
    told.plain('phone', 'Telefon', 'Phone'),
    told.words('note', 'Aftaler', 'Agreements'),
    told.instant('endedAt', 'Ikke længere kontakt fra', 'No longer a contact from'),
    told.id('version', 'Udgave', 'Version'),
    told.aside(told.instant('changedAt', 'Senest ændret', 'Last changed')),
    told.aside(told.plain('changedByName', 'Ændret af', 'Changed by')),
  ],
  rows: ({ id, from, until }) => sql`
    select id::text, name, kind, relation, phone, note, ended_at as "endedAt", version, changed_at as "changedAt", ${employeeName(sql`contact.changed_by`)} as "changedByName"
    from citizens.contact where tenant_id = kernel.here() and citizen_id = ${id}::uuid
      and (ended_at is null or ended_at >= ${from}::timestamptz) and (ended_at is not null or changed_at < ${until}::timestamptz or version > 1)
    order by changed_at, id`,
}

const warnings: Telling = {
  name: 'citizens.warnings',
  title: { da: 'Obs', en: 'Warnings' },
  tables: ['citizens.warning'],
  untold: {
    'citizens.warning.author_id': linkOnly,
    'citizens.warning.version': versionCounts,
  },
  layout: 'pairs',
  headedBy: 'kind',
  fields: [
    told.choice('kind', 'Hvad', 'What', choicesOf(da.warningKinds, en.warningKinds)),
    told.words('text', 'Tekst', 'Text'),
    told.place('unitName', 'Enhed', 'Unit'),
    told.plain('authorName', 'Skrevet af', 'Written by'),
    told.instant('writtenAt', 'Skrevet', 'Written'),
    told.day('reviewOn', 'Ses efter igen', 'Looked at again'),
    told.instant('endedAt', 'Afsluttet', 'Ended'),
    told.plain('endedByName', 'Afsluttet af', 'Ended by'),
  ],
  rows: ({ id, from, until }) => sql`
    select id::text, kind, text, ${unitName(sql`warning.unit_id`)} as "unitName", author_name as "authorName", written_at as "writtenAt",
      review_on as "reviewOn", ended_at as "endedAt", ${employeeName(sql`warning.ended_by`)} as "endedByName"
    from citizens.warning where tenant_id = kernel.here() and citizen_id = ${id}::uuid
      and written_at < ${until}::timestamptz and (ended_at is null or ended_at >= ${from}::timestamptz)
    order by written_at, id`,
}

const contactPersons: Telling = {
  name: 'citizens.contactPersons',
  title: { da: 'Kontaktpersoner', en: 'Contact persons' },
  tables: ['citizens.contact_person'],
  untold: { 'citizens.contact_person.employee_id': linkOnly },
  layout: 'table',
  fields: [
    told.plain('name', 'Kontaktperson', 'Contact person'),
    told.place('unitName', 'Enhed', 'Unit'),
    told.day('fromOn', 'Fra', 'From'),
    told.day('toOn', 'Til', 'To'),
  ],
  rows: (subject) => sql`
    select id::text, ${employeeName(sql`contact_person.employee_id`)} as name, ${unitName(sql`contact_person.unit_id`)} as "unitName", from_on as "fromOn", to_on as "toOn"
    from citizens.contact_person where tenant_id = kernel.here() and citizen_id = ${subject.id}::uuid and ${touches(sql`from_on`, sql`to_on`, subject)}
    order by from_on, id`,
}

const ties: Telling = {
  name: 'citizens.ties',
  title: { da: 'Enheder, der har kunnet se dit kort', en: 'Units that could see your card' },
  tables: ['citizens.tie'],
  untold: { 'citizens.tie.because_id': 'the stay, which is told on its own' },
  layout: 'table',
  fields: [
    told.place('unitName', 'Enhed', 'Unit'),
    told.choice('because', 'Fordi', 'Because', {
      stay: { da: 'ophold eller støtte der', en: 'stay or support there' },
      registration: { da: 'indskrevet der', en: 'registered there' },
    }),
    told.day('fromOn', 'Fra', 'From'),
    told.day('toOn', 'Til', 'To'),
    told.day('presentOn', 'Senest fremmødt', 'Last present'),
  ],
  rows: (subject) => sql`
    select id::text, ${unitName(sql`tie.unit_id`)} as "unitName", because, from_on as "fromOn", to_on as "toOn", present_on as "presentOn"
    from citizens.tie where tenant_id = kernel.here() and citizen_id = ${subject.id}::uuid and ${touches(sql`from_on`, sql`to_on`, subject)}
    order by from_on, id`,
}

const consents: Telling = {
  name: 'citizens.consents',
  title: { da: 'Samtykker og deling', en: 'Consents and sharing' },
  tables: ['citizens.consent'],
  untold: { 'citizens.consent.version': versionCounts },
  layout: 'pairs',
  headedBy: 'what',
  fields: [
    told.choice('what', 'Hvad', 'What', {
      stay: { da: 'at du bruger enheden', en: 'that you use the unit' },
      warnings: { da: 'enhedens obs', en: 'the unit’s warnings' },
      notes: { da: 'enkelte notater', en: 'single notes' },
      other: { da: 'andet', en: 'something else' },
    }),
    told.place('unitName', 'Enhed, der deler', 'Unit that shares'),
    told.place('toUnitName', 'Med enheden', 'With the unit'),
    told.plain('toWhom', 'Med', 'With'),
    told.choice('basis', 'Grundlag', 'Basis', {
      consent: { da: 'samtykke', en: 'consent' },
      law: { da: 'lov', en: 'law' },
    }),
    told.plain('lawReference', 'Bestemmelse', 'Provision'),
    told.day('fromOn', 'Fra', 'From'),
    told.day('toOn', 'Til', 'To'),
    told.instant('withdrawnAt', 'Trukket tilbage', 'Withdrawn'),
    told.plain('withdrawnByName', 'Registreret af', 'Recorded by'),
    told.instant('recordedAt', 'Skrevet', 'Recorded'),
    told.plain('recordedByName', 'Skrevet af', 'Recorded by'),
    told.words('note', 'Note', 'Note'),
  ],
  rows: (subject) => sql`
    select id::text, what, ${unitName(sql`consent.unit_id`)} as "unitName", ${unitName(sql`consent.to_unit_id`)} as "toUnitName", to_whom as "toWhom",
      basis, law_reference as "lawReference", from_on as "fromOn", to_on as "toOn", withdrawn_at as "withdrawnAt",
      ${employeeName(sql`consent.withdrawn_by`)} as "withdrawnByName", recorded_at as "recordedAt", ${employeeName(sql`consent.recorded_by`)} as "recordedByName", note
    from citizens.consent where tenant_id = kernel.here() and citizen_id = ${subject.id}::uuid and ${touches(sql`from_on`, sql`to_on`, subject)}
    order by from_on, id`,
}

const bars: Telling = {
  name: 'citizens.bars',
  title: { da: 'Medarbejdere, der ikke må se dine oplysninger', en: 'Employees who may not see your records' },
  lead: {
    da: 'Grunden kan fortælle om medarbejderen selv og er derfor kun med, hvis nogen har set den igennem.',
    en: 'The reason may tell of the employee and is therefore only shown when somebody has looked it through.',
  },
  tables: ['citizens.bar'],
  untold: { 'citizens.bar.version': versionCounts },
  layout: 'pairs',
  headedBy: 'employeeName',
  fields: [
    told.words('employeeName', 'Medarbejder', 'Employee'),
    told.words('reason', 'Grund', 'Reason'),
    told.day('fromOn', 'Fra', 'From'),
    told.day('toOn', 'Til', 'To'),
    told.instant('setAt', 'Skrevet', 'Recorded'),
    told.plain('setByName', 'Skrevet af', 'Recorded by'),
  ],
  rows: (subject) => sql`
    select id::text, ${employeeName(sql`bar.employee_id`)} as "employeeName", reason, from_on as "fromOn", to_on as "toOn", set_at as "setAt",
      ${employeeName(sql`bar.set_by`)} as "setByName", true as about_others
    from citizens.bar where tenant_id = kernel.here() and citizen_id = ${subject.id}::uuid and ${touches(sql`from_on`, sql`to_on`, subject)}
    order by from_on, id`,
}

const emergencies: Telling = {
  name: 'citizens.emergencies',
  title: { da: 'Nødadgang til dine oplysninger', en: 'Emergency access to your records' },
  tables: ['citizens.personal_access'],
  untold: {
    'citizens.personal_access.employee_id': 'look-ups are told without names',
    'citizens.personal_access.because_id': 'the reason is told on its own',
  },
  layout: 'table',
  fields: [
    told.choice('because', 'Hvorfor', 'Why', { emergency: { da: 'nødadgang', en: 'emergency access' } }),
    told.instant('fromAt', 'Fra', 'From'),
    told.instant('untilAt', 'Til', 'Until'),
    told.instant('endedAt', 'Sluttet før tid', 'Ended before time'),
  ],
  rows: ({ id, from, until }) => sql`
    select id::text, because, from_at as "fromAt", until_at as "untilAt", ended_at as "endedAt"
    from citizens.personal_access where tenant_id = kernel.here() and citizen_id = ${id}::uuid
      and from_at < ${until}::timestamptz and until_at >= ${from}::timestamptz order by from_at, id`,
}

/** What this room holds about a citizen, told for the citizen. */
export const citizensTold: readonly Telling[] = [
  card,
  contacts,
  contactPersons,
  warnings,
  ties,
  consents,
  bars,
  emergencies,
]
