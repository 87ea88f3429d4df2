import { employeeName, unitName } from '#features/org/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { type Subject, type Telling, told } from '#kernel/server/telling.ts'
import { PART_BYTES, partOfFile } from './stored-file.ts'

const ofSubject = ({ id, from, until }: Subject): Sql => sql`tenant_id = kernel.here() and citizen_id = ${id}::uuid
  and uploaded_at >= ${from}::timestamptz and uploaded_at < ${until}::timestamptz`

/** Files about the citizen; the octets of each come with them. */
export const documentsTold: readonly Telling[] = [
  {
    name: 'documents.files',
    title: { da: 'Filer', en: 'Files' },
    tables: ['documents.file', 'documents.part'],
    untold: {
      'documents.file.uploaded_by': 'an id of ours; the name it stands for is told',
      'documents.file.version': 'counts changes; says nothing about the citizen',
      'documents.part.file_id': 'the file they are parts of',
      'documents.part.number': 'the order of the parts',
      'documents.part.content': 'told as the file itself',
    },
    layout: 'pairs',
    headedBy: 'name',
    fields: [
      told.words('name', 'Filens navn', 'Name of the file'),
      told.plain('mediaType', 'Slags', 'Kind'),
      told.number('sizeBytes', 'Størrelse i byte', 'Size in bytes'),
      told.id('sha256', 'SHA-256', 'SHA-256'),
      told.place('unitName', 'Enhed', 'Unit'),
      told.instant('uploadedAt', 'Lagt ind', 'Sent in'),
      told.plain('uploadedByName', 'Lagt ind af', 'Sent in by'),
      told.instant('endedAt', 'Taget væk', 'Taken away'),
      told.plain('endedByName', 'Taget væk af', 'Taken away by'),
      told.words('endReason', 'Hvorfor', 'Why'),
    ],
    rows: (subject) => sql`
      select id::text, name, media_type as "mediaType", size_bytes as "sizeBytes", encode(sha256, 'hex') as sha256, ${unitName(sql`file.unit_id`)} as "unitName",
        uploaded_at as "uploadedAt", uploaded_by_name as "uploadedByName", ended_at as "endedAt", ${employeeName(sql`file.ended_by`)} as "endedByName", end_reason as "endReason"
      from documents.file where ${ofSubject(subject)} order by uploaded_at, id`,
    files: {
      rows: (subject) => sql`
        select id::text, name, media_type as "mediaType", size_bytes as "sizeBytes", ((size_bytes + ${sql.lit(PART_BYTES - 1)}) / ${sql.lit(PART_BYTES)})::int as parts
        from documents.file where ${ofSubject(subject)} order by uploaded_at, id`,
      part: partOfFile,
    },
  },
]
