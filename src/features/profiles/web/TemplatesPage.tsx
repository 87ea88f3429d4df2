import { useState } from 'react'
import { type OfferGroup, offerGroupKeys, offerGroups } from '#features/org/offer-groups.ts'
import { dayOf } from '#kernel/lang/day.ts'
import { language } from '#kernel/lang/text.ts'
import {
  Button,
  Columns,
  Disclosure,
  Lines,
  Page,
  Section,
  Show,
  Stack,
  shortDayWords,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { profiles, type TemplateVersion } from '../contract.ts'
import { settingKeys } from '../settings.ts'
import { nameOf, valueWords } from '../words.ts'
import { ReleaseDialog } from './ReleaseDialog.tsx'
import { text } from './text.ts'

/** What units of a kind begin from, and its versions. A new one is offered to the units; it changes nothing by itself. */
export function TemplatesPage() {
  const templates = useRead(profiles.templates, {})
  return (
    <Page title={text.templates} lead={text.templatesLead}>
      <Columns>
        <Show of={templates} lines={8}>
          {(rows) => (
            <Stack gap={6}>
              {offerGroupKeys.map((group) => (
                <Group key={group} group={group} versions={rows.filter(({ offerGroup }) => offerGroup === group)} />
              ))}
            </Stack>
          )}
        </Show>
      </Columns>
    </Page>
  )
}

type GroupProps = { group: OfferGroup; versions: readonly TemplateVersion[] }
const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

function Group({ group, versions }: GroupProps) {
  const [isReleasing, setReleasing] = useState(false)
  const name = capital(offerGroups[group][language()])
  const newest = versions[0]
  if (!newest) return null
  return (
    <Section
      title={name}
      actions={
        newest.permitted.includes('release') && (
          <Button aria-label={`${text.newVersion}: ${name}`} onPress={() => setReleasing(true)}>
            {text.newVersion}
          </Button>
        )
      }
    >
      <Stack gap={3}>
        <Lines label={name}>
          {versions.map((version) => (
            <li key={version.version}>
              <Version version={version} />
            </li>
          ))}
        </Lines>
        <Disclosure title={text.templateValues}>
          <Values of={newest} />
        </Disclosure>
      </Stack>
      {isReleasing && <ReleaseDialog name={name} newest={newest} onClose={() => setReleasing(false)} />}
    </Section>
  )
}

function Version({ version: { version, note, releasedAt, releasedByName } }: { version: TemplateVersion }) {
  const today = useToday()
  return (
    <Stack gap={1}>
      <span>{releasedAt === null ? text.productsOwn : `${text.version(version)}: ${note}`}</span>
      {releasedAt !== null && <small>{text.byAt(releasedByName ?? '', shortDayWords(dayOf(releasedAt), today))}</small>}
    </Stack>
  )
}

const Values = ({ of: { settings } }: { of: TemplateVersion }) => (
  <Lines label={text.templateValues}>
    {settingKeys
      .filter((key) => settings[key] !== undefined)
      .map((key) => (
        <li key={key}>
          {nameOf(key)}: <strong>{valueWords(key, settings[key] ?? null, text)}</strong>
        </li>
      ))}
  </Lines>
)
