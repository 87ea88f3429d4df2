import { type SettingKey, specOf } from '#features/profiles/contract.ts'
import { language } from '#kernel/lang/text.ts'
import { Disclosure, Lanes, Lines, Section, Stack, Table } from '#kernel/ui/index.ts'
import { type Consequence, nameOfSource, type Setting } from '../rules.ts'
import { text } from './text.ts'
import type { UnitView } from './unit-view.ts'

const Named = ({ title, found }: { title: string; found: readonly Consequence[] }) =>
  found.length === 0 ? null : (
    <Section title={title} note={found.length}>
      <Lines label={title}>
        {found.map(({ key, text: words, question }) => (
          <li key={key}>
            {words} <small>({question})</small>
          </li>
        ))}
      </Lines>
    </Section>
  )

const settingName = (key: string): string => specOf(key as SettingKey)?.[language()] ?? key

const valueWords = ({ key, value }: Setting): string => {
  const spec = specOf(key as SettingKey)
  const options: Readonly<Record<string, { da: string; en: string }>> = spec && 'options' in spec ? spec.options : {}
  const one = (word: unknown): string => {
    if (word === true) return text.yes
    if (word === false || word === null) return text.no
    return options[String(word)]?.[language()] ?? String(word)
  }
  return Array.isArray(value) ? value.map(one).join(', ') || text.no : one(value)
}

/** What the answers ask for beside the set-up, and every value with where it came from. */
export function Follows({ view: { outcome } }: { view: UnitView }) {
  return (
    <Section title={text.status.follows}>
      <Stack gap={4}>
        <Lanes>
          <Named title={text.status.courses} found={outcome.courses} />
          <Named title={text.status.tasks} found={outcome.tasks} />
          <Named title={text.status.ready} found={outcome.ready} />
        </Lanes>
        <Disclosure title={text.status.sources}>
          <Table
            caption={text.status.sources}
            rows={outcome.settings}
            rowKey={({ key }) => key}
            columns={[
              { head: text.status.setting, cell: ({ key }) => settingName(key) },
              { head: text.status.value, cell: valueWords },
              { head: text.status.from, cell: ({ source }) => nameOfSource(source) },
            ]}
          />
        </Disclosure>
      </Stack>
    </Section>
  )
}
