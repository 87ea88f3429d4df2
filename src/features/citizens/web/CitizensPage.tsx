import type { MyUnit } from '#features/org/contract.ts'
import { capital, useMyUnits, useUnit, useWord } from '#features/org/web/index.ts'
import {
  Columns,
  Empty,
  LinkButton,
  NewCount,
  Page,
  SearchField,
  Section,
  Show,
  Stack,
  ToggleChips,
} from '#kernel/ui/index.ts'
import { Panels, useAddressWord, useRead } from '#kernel/web/index.ts'
import { type CitizenLine, citizens } from '../contract.ts'
import { CitizenLines, isHere } from './CitizenLines.tsx'
import { text } from './text.ts'
import { useFind } from './use-find.ts'

/** The people of the unit I work in. */
export function CitizensPage() {
  const unit = useUnit()
  const units = useMyUnits()
  const word = useWord()
  if (unit) return <CitizensAt key={unit.id} unit={unit} />
  return (
    <Page title={capital(word.many)}>
      <Show of={units} lines={8} empty={text.noUnit}>
        {() => null}
      </Show>
    </Page>
  )
}

function CitizensAt({ unit }: { unit: MyUnit }) {
  const find = useFind()
  const word = useWord()
  return (
    <Page title={capital(word.many)} lead={unit.name} actions={<RegisterLink unitId={unit.id} />}>
      <Columns>
        <Stack gap={5}>
          <SearchField label={text.find(word)} help={text.findHint} value={find.words} onChange={find.setWords} />
          {find.isSearching ? <Found find={find} /> : <Living unit={unit} />}
        </Stack>
      </Columns>
    </Page>
  )
}

/** Offered only where the server says that one may. */
function RegisterLink({ unitId }: { unitId: string }) {
  const acts = useRead(citizens.atUnit, { unitId }, { staleMs: 60_000 })
  if (!acts.data?.permitted.includes('register')) return null
  return <LinkButton href="/borgere/ny">{text.register}</LinkButton>
}

function Found({ find: { found } }: { find: ReturnType<typeof useFind> }) {
  const word = useWord()
  return (
    <Section title={text.found} note={found.data && text.countCitizens(found.data.length, word)}>
      <Show of={found} empty={<Empty action={<Panels slot="find.nobody" />}>{text.nobodyFound(word)}</Empty>}>
        {(lines) => <HereAndFormer label={text.found} lines={lines} />}
      </Show>
    </Section>
  )
}

const whose = ['enhed', 'mine'] as const

function Living({ unit }: { unit: MyUnit }) {
  const [whom, choose] = useAddressWord('hvis', 'enhed')
  const word = useWord()
  const isMine = whom === 'mine'
  const own = useRead(citizens.mine, {}, { enabled: isMine })
  const all = useRead(citizens.ofUnit, { unitId: unit.id }, { enabled: !isMine, live: ['citizens', unit.id] })
  const shown = isMine ? own : all
  const lines = isMine ? { ...own, data: own.data?.filter(({ mine }) => mine) } : all
  const labels = { enhed: text.ofUnit(unit.name), mine: text.mine }
  return (
    <Stack gap={4}>
      <ToggleChips
        label={text.whose(word)}
        choices={whose.map((id) => ({ id, label: labels[id] }))}
        value={[isMine ? 'mine' : 'enhed']}
        onChange={([to]) => to && choose(to)}
      />
      <NewCount count={shown.waiting} onShow={shown.showWaiting} />
      <Show of={lines} lines={8} empty={<Empty>{isMine ? text.nobodyMine : text.nobodyHere(word)}</Empty>}>
        {(data) => <HereAndFormer label={capital(word.many)} lines={data} />}
      </Show>
    </Stack>
  )
}

/** Those who died or left stand apart, below. */
function HereAndFormer({ label, lines }: { label: string; lines: readonly CitizenLine[] }) {
  const former = lines.filter((line) => !isHere(line))
  return (
    <Stack gap={5}>
      <CitizenLines label={label} lines={lines.filter(isHere)} />
      {former.length > 0 && (
        <Section title={text.formerOnes}>
          <CitizenLines label={text.formerOnes} lines={former} />
        </Section>
      )}
    </Stack>
  )
}
