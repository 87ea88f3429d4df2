import { useState } from 'react'
import { citizens } from '#features/citizens/contract.ts'
import { CitizenHeader } from '#features/citizens/web/index.ts'
import type { MyUnit } from '#features/org/contract.ts'
import { useMyUnits, useUnit } from '#features/org/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Button, Columns, Foot, Person, Row, ScreenOnly, Show, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { CitizenThread } from './CitizenThread.tsx'
import { Composer } from './Composer.tsx'
import { newDraft, type OpenDraft } from './composition.ts'
import { OwnDrafts } from './OwnDrafts.tsx'
import { usePeople } from './people.ts'
import { text } from './text.ts'

/** One person: who it is, what has happened, and where one writes. */
export function CitizenPage({ citizenId }: { citizenId: Id }) {
  const card = useRead(citizens.card, { citizenId })
  return (
    <Show of={card} lines={8} isEmpty={() => false}>
      {(known) => (
        <CitizenHeader card={known}>
          <Columns>
            <CitizenJournal key={citizenId} citizenId={citizenId} unitIds={known.unitIds} />
          </Columns>
        </CitizenHeader>
      )}
    </Show>
  )
}

/** Where a note about the citizen is written: the unit I work in, else another of mine that the citizen belongs to. */
function useUnitOf(unitIds: readonly Id[]): MyUnit | undefined {
  const here = useUnit()
  const mine = useMyUnits().data ?? []
  return here && unitIds.includes(here.id) ? here : mine.find(({ id }) => unitIds.includes(id))
}

type JournalProps = { citizenId: Id; unitIds: readonly Id[] }

function CitizenJournal({ citizenId, unitIds }: JournalProps) {
  const unit = useUnitOf(unitIds)
  if (unit) return <JournalAt key={unit.id} citizenId={citizenId} unit={unit} />
  return (
    <Stack gap={4}>
      <p>{text.cannotWriteHere}</p>
      <CitizenThread citizenId={citizenId} unitId={undefined} />
    </Stack>
  )
}

/** At the foot, under the thumb, lies the way to write; the field itself stands over the newest notes. */
function JournalAt({ citizenId, unit }: { citizenId: Id; unit: MyUnit }) {
  const people = usePeople(unit.id)
  const [open, setOpen] = useState<OpenDraft>()
  const close = () => setOpen(undefined)
  return (
    <Stack gap={5}>
      <ScreenOnly>
        <Stack gap={5}>
          {open && <Composer key={open.id} unit={unit} people={people} start={open} onDone={close} isFixed />}
          <OwnDrafts unit={unit} people={people} onResume={setOpen} openId={open?.id} citizenId={citizenId} />
        </Stack>
      </ScreenOnly>
      <CitizenThread citizenId={citizenId} unitId={unit.id} onTakeBack={setOpen} />
      {!open && (
        <Foot>
          <Row apart gap={2}>
            <Person name={people.nameOf(citizenId)} url={people.photoOf(citizenId)} size={32} />
            <Button kind="primary" onPress={() => setOpen(newDraft(unit.id, [citizenId]))}>
              {text.compose}
            </Button>
          </Row>
        </Foot>
      )}
    </Stack>
  )
}
