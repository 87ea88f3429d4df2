import { useState } from 'react'
import {
  Button,
  Columns,
  Disclosure,
  Lines,
  MomentText,
  Notice,
  Page,
  Row,
  Section,
  Show,
  Stack,
} from '#kernel/ui/index.ts'
import { saveOctets, useRead } from '#kernel/web/index.ts'
import { knowledge } from '../contract.ts'
import { MakeDialog } from './MakeDialog.tsx'
import { Sides } from './Sides.tsx'
import { TakeDialog } from './TakeDialog.tsx'
import { text } from './text.ts'

/** What was learnt here goes on without names; what others learnt comes in as drafts. */
export function PackagesPage() {
  const places = useRead(knowledge.places, {}, { staleMs: 60_000 })
  const placeId = places.data?.[0]?.id ?? ''
  const packages = useRead(knowledge.packages, { placeId }, { enabled: placeId !== '' })
  const [open, setOpen] = useState<'make' | 'take'>()
  const [said, setSaid] = useState<string>()
  const close = () => setOpen(undefined)
  return (
    <Page title={text.packagesTitle} lead={text.packagesLead}>
      <Stack gap={5}>
        <Sides side="packages" />
        <Columns>
          <Stack gap={5}>
            {said && <Notice tone="ok">{said}</Notice>}
            <Row gap={2}>
              <Button kind="primary" onPress={() => setOpen('make')}>
                {text.make}
              </Button>
              <Button onPress={() => setOpen('take')}>{text.take}</Button>
            </Row>
            <Show of={packages} empty={text.packagesNone}>
              {(known) => (
                <Lines>
                  {known.map(({ id, direction, madeAt, madeByName, sizeBytes }) => (
                    <li key={id}>
                      <Row gap={3} apart>
                        <span>
                          <MomentText at={madeAt} /> · {text.directions[direction]} · {madeByName} ·{' '}
                          {text.size(sizeBytes)}
                        </span>
                        <Button onPress={() => void saveOctets(knowledge.package, { id })}>{text.fetch}</Button>
                      </Row>
                    </li>
                  ))}
                </Lines>
              )}
            </Show>
            {placeId !== '' && <Lessons placeId={placeId} />}
          </Stack>
        </Columns>
      </Stack>
      {open === 'make' && <MakeDialog placeId={placeId} onSaid={setSaid} onClose={close} />}
      {open === 'take' && <TakeDialog placeId={placeId} onSaid={setSaid} onClose={close} />}
    </Page>
  )
}

function Lessons({ placeId }: { placeId: string }) {
  const lessons = useRead(knowledge.lessons, { placeId })
  if (!lessons.data?.length) return null
  const bySort = Map.groupBy(lessons.data, ({ sort }) => sort)
  return (
    <Section title={text.lessons}>
      {[...bySort].map(([sort, own]) => (
        <Disclosure key={sort} title={`${text.lessonSorts[sort]} (${own.length})`}>
          <Lines>
            {own.map(({ id, title, text: why }) => (
              <li key={id}>
                <Stack gap={1}>
                  <strong>{title}</strong>
                  <span>{why}</span>
                </Stack>
              </li>
            ))}
          </Lines>
        </Disclosure>
      ))}
    </Section>
  )
}
