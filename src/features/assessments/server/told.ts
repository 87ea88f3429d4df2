import { employeeName, unitName } from '#features/org/server/index.ts'
import { sql } from '#kernel/server/sql.ts'
import { type Telling, told } from '#kernel/server/telling.ts'

const answers: Telling = {
  name: 'assessments.answers',
  title: { da: 'Skemaer', en: 'Forms' },
  tables: ['assessments.answer'],
  untold: {
    'assessments.answer.written_by': 'an id of ours; the name it stands for is told',
    'assessments.answer.is_health': 'of which class the form is; says nothing about the citizen',
    'assessments.answer.revision': 'counts saves; says nothing about the citizen',
    'assessments.answer.version': 'counts changes; says nothing about the citizen',
  },
  layout: 'pairs',
  headedBy: 'formTitle',
  fields: [
    told.plain('formTitle', 'Skema', 'Form'),
    told.day('answeredOn', 'Dag', 'Day'),
    told.place('unitName', 'Enhed', 'Unit'),
    told.words('given', 'Svar', 'Answers'),
    told.number('score', 'Score', 'Score'),
    told.plain('band', 'Udfald', 'Outcome'),
    told.plain('writtenByName', 'Udfyldt af', 'Filled in by'),
    told.instant('writtenAt', 'Udfyldt', 'Filled in'),
    told.instant('signedAt', 'Underskrevet', 'Signed'),
    told.instant('struckAt', 'Streget', 'Struck out'),
    told.plain('struckByName', 'Streget af', 'Struck out by'),
    told.words('strikeReason', 'Hvorfor streget', 'Why struck out'),
  ],
  rows: ({ id, from, until }) => sql`
    select answer.id::text, form.title || ', udgave ' || answer.form_version as "formTitle", answer.answered_on as "answeredOn", ${unitName(sql`answer.unit_id`)} as "unitName",
      (select string_agg(coalesce(field ->> 'label', pair.key) || ': ' || coalesce((
          select string_agg(choice ->> 'label', ', ') from jsonb_array_elements(field -> 'choices') choice
          where choice ->> 'key' = pair.value #>> '{}' or pair.value ? (choice ->> 'key')), pair.value #>> '{}'), E'\n')
        from jsonb_each(answer.given) pair
        left join lateral (select field from jsonb_array_elements(form.definition -> 'fields') field where field ->> 'key' = pair.key limit 1) named on true) as given,
      answer.score, answer.band, answer.written_by_name as "writtenByName", answer.written_at as "writtenAt", answer.signed_at as "signedAt", answer.struck_at as "struckAt",
      ${employeeName(sql`answer.struck_by`)} as "struckByName", answer.strike_reason as "strikeReason"
    from assessments.answer join assessments.form on form.tenant_id = answer.tenant_id and form.key = answer.form_key and form.version = answer.form_version
    where answer.tenant_id = kernel.here() and answer.citizen_id = ${id}::uuid and answer.written_at >= ${from}::timestamptz and answer.written_at < ${until}::timestamptz
    order by answer.answered_on, answer.id`,
}

export const assessmentsTold: readonly Telling[] = [answers]
