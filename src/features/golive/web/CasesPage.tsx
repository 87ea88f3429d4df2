import {
  BarRows,
  Columns,
  Disclosure,
  Empty,
  Lines,
  Page,
  Section,
  Show,
  Stack,
  ToggleChips,
} from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { type Case, golive } from '../contract.ts'
import { causes, isClosed, nameOfCase } from '../rules.ts'
import { CaseLine } from './CaseLine.tsx'
import { Sides, useIsKeeper } from './Sides.tsx'
import { TellButton } from './TellButton.tsx'
import { text } from './text.ts'

const filterNames = ['open', 'mine', 'closed'] as const
type FilterName = (typeof filterNames)[number]
const passes = (name: FilterName, one: Case): boolean =>
  name === 'mine' ? one.isMine : name === 'closed' ? isClosed(one.state) : !isClosed(one.state)

/** What happened in the first weeks, and what it came from. */
export function CasesPage() {
  const cases = useRead(golive.cases, {})
  const isOwnOnly = !useIsKeeper()
  const [title, lead] = isOwnOnly ? [text.yourCases, text.yourCasesLead] : [text.title, text.lead]
  return (
    <Page title={title} lead={lead} actions={<TellButton kind="primary" />}>
      <Stack gap={5}>
        <Sides side="cases" />
        <Columns>
          <Show of={cases} lines={8} empty={<Empty>{text.noCases}</Empty>}>
            {(known) => <Cases cases={known} />}
          </Show>
        </Columns>
      </Stack>
    </Page>
  )
}

function Cases({ cases }: { cases: readonly Case[] }) {
  const [filter, setFilter] = useAddressWord('vis', 'open')
  const [one] = useAddressWord('sag', '')
  const rows = one ? cases.filter(({ id }) => id === one) : cases.filter((known) => passes(filter as FilterName, known))
  return (
    <Stack gap={5}>
      <ByCause cases={cases} />
      <ToggleChips
        label={text.tabs.cases}
        choices={filterNames.map((name) => ({
          id: name,
          label: text.showCases[name],
          count: cases.filter((known) => passes(name, known)).length,
        }))}
        value={[filter as FilterName]}
        onChange={([to]) => to && setFilter(to)}
      />
      {rows.length === 0 ? (
        <Empty>{text.noCases}</Empty>
      ) : (
        <Lines label={text.tabs.cases}>
          {rows.map((known) => (
            <li key={known.id}>
              <CaseLine one={known} />
            </li>
          ))}
        </Lines>
      )}
      {cases.some(({ permitted }) => permitted.includes('lift')) && <VendorSheet />}
    </Stack>
  )
}

/** »12 af 24 var opsætning eller oplæring«, and the rest of it as bars. */
function ByCause({ cases }: { cases: readonly Case[] }) {
  const known = cases.filter(({ cause }) => cause !== null)
  if (known.length === 0) return null
  const count = (cause: string) => known.filter((one) => one.cause === cause).length
  const bars = causes
    .map((cause) => ({ label: text.causes[cause], value: count(cause) }))
    .filter(({ value }) => value > 0)
  return (
    <Section title={text.setUpOrTraining(count('set-up') + count('training'), known.length)}>
      <BarRows caption={text.byCause} bars={bars.sort((a, b) => b.value - a.value)} />
    </Section>
  )
}

function VendorSheet() {
  const sheet = useRead(golive.vendorSheet, {})
  if (!sheet.data?.length) return null
  return (
    <Disclosure title={`${text.vendorSheet} (${sheet.data.length})`}>
      <Stack gap={3}>
        <p>{text.vendorSheetHelp}</p>
        <Lines label={text.vendorSheet}>
          {sheet.data.map((one) => (
            <li key={one.id}>
              {nameOfCase(one.number)} · {text.shortSeverities[one.severity]} · {one.text}
            </li>
          ))}
        </Lines>
      </Stack>
    </Disclosure>
  )
}
