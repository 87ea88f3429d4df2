import { useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import { useUnit } from '#features/org/web/index.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Columns,
  Lines,
  LinkButton,
  Mark,
  Page,
  Row,
  Section,
  Show,
  Stack,
  shortDayWords,
  TextLink,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { assessments, type Due, type Used } from '../contract.ts'
import { rhythmWords } from './rhythm-words.ts'
import { text } from './text.ts'
import { UseDialog } from './UseDialog.tsx'
import { titleIn, useForms } from './use-forms.ts'

/** What a unit fills in about everybody, and whom it is missing for. */
export function UnitFormsPage() {
  const unit = useUnit()
  if (!unit) return null
  return (
    <Page title={text.unitTitle} lead={text.unitLead}>
      <Columns>
        <Stack gap={6}>
          <Missing unit={unit} />
          <UsedHere unit={unit} />
        </Stack>
      </Columns>
    </Page>
  )
}

function Missing({ unit }: { unit: MyUnit }) {
  const due = useRead(assessments.due, { unitId: unit.id }, { live: ['assessments', unit.id] })
  const forms = useForms()
  return (
    <Section title={text.due} note={due.data?.length || undefined}>
      <Show of={due} empty={<p>{text.dueNone}</p>}>
        {(rows) => (
          <Lines label={text.due}>
            {rows.map((one) => (
              <li key={`${one.citizenId} ${one.formKey}`}>
                <DueLine due={one} title={titleIn(forms, one.formKey)} />
              </li>
            ))}
          </Lines>
        )}
      </Show>
    </Section>
  )
}

function DueLine({ due, title }: { due: Due; title: string }) {
  const today = useToday()
  const [answerId] = useState(newId)
  const { citizenId, calledName, formKey, dueOn, lastOn } = due
  const isOverdue = dueOn < today
  return (
    <Stack gap={1}>
      <Row gap={2}>
        <TextLink
          href={`/borger/${citizenId}/skemaer/udfyld/${formKey}/${answerId}`}
        >{`${calledName}: ${title}`}</TextLink>
        <Mark tone={isOverdue ? 'attention' : 'neutral'}>
          {isOverdue ? text.overdue(shortDayWords(dueOn, today)) : text.dueBy(shortDayWords(dueOn, today))}
        </Mark>
      </Row>
      <span>{lastOn ? text.lastOn(shortDayWords(lastOn, today)) : text.never}</span>
    </Stack>
  )
}

type Opened = { used?: Used }

function UsedHere({ unit }: { unit: MyUnit }) {
  const rows = useRead(assessments.usedAt, { unitId: unit.id })
  const [opened, open] = useState<Opened>()
  const mayUse = rows.data?.permitted.includes('use') ?? false
  return (
    <Section title={text.used} actions={mayUse && <Button onPress={() => open({})}>{text.use}</Button>}>
      <Show of={rows} isEmpty={({ used }) => used.length === 0} empty={<p>{text.usedNone}</p>}>
        {({ used }) => (
          <Lines label={text.used}>
            {used.map((one) => (
              <li key={one.id}>
                <UsedLine used={one} {...(mayUse && { onChange: () => open({ used: one }) })} />
              </li>
            ))}
          </Lines>
        )}
      </Show>
      {rows.data?.permitted.includes('make') && (
        <Row>
          <LinkButton href="/skemaer">{text.making}</LinkButton>
        </Row>
      )}
      {opened && (
        <UseDialog
          unitId={unit.id}
          {...opened}
          taken={(rows.data?.used ?? []).map(({ id }) => id)}
          onClose={() => open(undefined)}
        />
      )}
    </Section>
  )
}

function UsedLine({ used, onChange }: { used: Used; onChange?: () => void }) {
  const title = titleIn(useForms(), used.id)
  return (
    <Row apart gap={2}>
      <Stack gap={1}>
        <strong>{title}</strong>
        <span>{rhythmWords(used)}</span>
      </Stack>
      {onChange && (
        <Button kind="plain" aria-label={text.changeOf(title)} onPress={onChange}>
          {text.change}
        </Button>
      )}
    </Row>
  )
}
