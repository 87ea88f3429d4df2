import { useState } from 'react'
import { language } from '#kernel/lang/text.ts'
import { Button, Columns, Disclosure, Notice, Page, Row, Section, Show, Stack, Table, Terms } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { benefits, type Preparation, type Put } from '../contract.ts'
import { type Return, returnOf } from '../rules.ts'
import { NoteHoursDialog } from './NoteHoursDialog.tsx'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'
import { usePlace } from './use-place.ts'

/** The story's claim as a number, with its formula and where each part comes from. */
export function PreparationPage() {
  const place = usePlace()
  const told = useRead(benefits.preparation, { placeId: place?.id ?? '' }, { enabled: place !== undefined })
  return (
    <Page title={text.preparationTitle} lead={text.preparationLead}>
      <Stack gap={5}>
        <Sides side="preparation" />
        <Columns>
          <Show of={told} lines={8}>
            {(known) => <Whole known={known} />}
          </Show>
        </Columns>
      </Stack>
    </Page>
  )
}

function Whole({ known }: { known: Preparation }) {
  const [isNoting, setNoting] = useState(false)
  const back = returnOf(known.bids, known.put)
  return (
    <Stack gap={6}>
      {back ? <Claim back={back} known={known} /> : <Notice tone="neutral">{text.preparationNone}</Notice>}
      <Hours title={text.putIn} put={known.put.filter(({ isPreparation }) => isPreparation)} />
      <Hours title={text.after} put={known.put.filter(({ isPreparation }) => !isPreparation)} />
      {known.permitted.includes('keep') && (
        <Row>
          <Button onPress={() => setNoting(true)}>{text.noteHours}</Button>
        </Row>
      )}
      {known.bids.length > 0 && (
        <Section title={text.bids}>
          <Bids known={known} />
        </Section>
      )}
      {isNoting && <NoteHoursDialog placeId={known.id} onClose={() => setNoting(false)} />}
    </Stack>
  )
}

const shown = (number: number): string => text.amount(number, '').trim()

function Claim({ back, known }: { back: Return; known: Preparation }) {
  const others = known.bids.filter(({ isChosen }) => !isChosen)
  const chosen = known.bids.find(({ isChosen }) => isChosen)!
  return (
    <Stack gap={3}>
      <Terms
        items={[
          {
            term: text.avoided(shown(back.adaptationsAvoided)),
            value: text.avoidedFormula(others.map(({ count }) => count).join(', '), chosen.count),
          },
          {
            term: text.hoursAvoided(shown(back.hoursAvoided)),
            value: text.hoursFormula(others.map(({ hours }) => shown(hours)).join(', '), shown(chosen.hours)),
          },
          {
            term: text.perHour(shown(back.perHour)),
            value: text.perHourFormula(shown(back.hoursAvoided), shown(back.hoursIn)),
          },
        ]}
      />
      <Notice tone="neutral">{text.caveat}</Notice>
    </Stack>
  )
}

const inWords = (said: { da: string; en: string }): string => said[language()]

/** Nothing where nobody has given an hour. */
function Hours({ title, put }: { title: string; put: readonly Put[] }) {
  const given = put.filter(({ minutes }) => minutes > 0)
  if (given.length === 0) return null
  const total = {
    key: 'total',
    said: { da: text.total, en: text.total },
    minutes: given.reduce((sum, { minutes }) => sum + minutes, 0),
    source: { da: '', en: '' },
  }
  return (
    <Section title={title}>
      <Table
        caption={title}
        rows={[...given, total]}
        rowKey={({ key }) => key}
        columns={[
          { head: text.whatFor, cell: ({ said }) => inWords(said) },
          { head: text.hours, cell: ({ minutes }) => text.hoursWords(minutes), isNumber: true },
          { head: text.source, cell: ({ source }) => inWords(source) },
        ]}
      />
    </Section>
  )
}

function Bids({ known }: { known: Preparation }) {
  const nameOf = (at: number) => (known.bids[at]!.isChosen ? text.chosenBid : text.otherBid(at))
  return (
    <Stack gap={4}>
      <Table
        caption={text.bids}
        rows={known.bids.map((bid, at) => ({ ...bid, id: String(at), name: nameOf(at) }))}
        columns={[
          { head: text.bid, cell: ({ name }) => name },
          {
            head: text.adaptations,
            cell: ({ count }) => text.ofRequirements(count, known.requirements),
            isNumber: true,
          },
          { head: text.hours, cell: ({ hours }) => shown(hours), isNumber: true },
        ]}
      />
      <Disclosure title={text.ledger}>
        <Table
          caption={text.ledger}
          rows={known.ledger}
          rowKey={({ state }) => state}
          columns={[
            { head: text.state, cell: ({ state }) => text.ledgerStates[state] ?? state },
            { head: text.adaptations, cell: ({ count }) => count, isNumber: true },
            { head: text.hours, cell: ({ hours }) => shown(hours), isNumber: true },
          ]}
        />
      </Disclosure>
    </Stack>
  )
}
