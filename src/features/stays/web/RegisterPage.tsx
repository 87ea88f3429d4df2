import { citizens } from '#features/citizens/contract.ts'
import { CardFields } from '#features/citizens/web/index.ts'
import type { MyUnit } from '#features/org/contract.ts'
import { useMyUnits, useUnit } from '#features/org/web/index.ts'
import {
  Button,
  Columns,
  Empty,
  LinkButton,
  Notice,
  Page,
  Row,
  Section,
  Show,
  Stack,
  TextField,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { StayFields } from './StayFields.tsx'
import { text } from './text.ts'
import { useRegistration } from './use-registration.ts'

/** Somebody new: a card and a stay on one page. */
export function RegisterPage() {
  const unit = useUnit()
  const units = useMyUnits()
  if (unit) return <RegisterAt key={unit.id} unit={unit} />
  return (
    <Page title={text.register}>
      <Show of={units} lines={8} empty={text.noUnit}>
        {() => null}
      </Show>
    </Page>
  )
}

function RegisterAt({ unit }: { unit: MyUnit }) {
  const acts = useRead(citizens.atUnit, { unitId: unit.id }, { staleMs: 60_000 })
  const mayRegister = acts.data?.permitted.includes('register')
  return (
    <Page title={text.register} lead={mayRegister && text.registerLead(unit.name)}>
      <Columns>
        <Show
          of={acts}
          lines={8}
          isEmpty={({ permitted }) => !permitted.includes('register')}
          empty={<Empty>{text.mayNotRegister}</Empty>}
        >
          {() => <Registration unit={unit} />}
        </Show>
      </Columns>
    </Page>
  )
}

function Registration({ unit }: { unit: MyUnit }) {
  const registration = useRegistration(unit)
  const { form, set, number, setNumber, stay, setStay, register, open, isRegistered } = registration
  return (
    <Stack gap={5}>
      {!isRegistered && (
        <CardFields
          form={form}
          onChange={set}
          faultOf={register.faultOf}
          number={
            <TextField
              label={text.number}
              help={text.numberHelp}
              value={number}
              onChange={setNumber}
              fault={registration.numberFault ?? register.faultOf('number')}
              autoComplete="off"
              isOptional
            />
          }
        />
      )}
      {isRegistered && (
        <Notice tone="attention" title={text.registered(form.preferredName || form.givenName)}>
          <p>{text.registeredHelp}</p>
        </Notice>
      )}
      <Section title={text.stay}>
        <StayFields unit={unit} form={stay} onChange={setStay} faultOf={open.faultOf} />
      </Section>
      <Problem words={register.problemText ?? open.problemText} />
      <Row gap={2}>
        <Button kind="primary" isBusy={register.isBusy || open.isBusy} onPress={() => void registration.save()}>
          {isRegistered ? text.openVerb : text.registerVerb}
        </Button>
        {isRegistered && <LinkButton href={`/borger/${registration.citizenId}/kort`}>{text.toCard}</LinkButton>}
      </Row>
    </Stack>
  )
}

function Problem({ words }: { words: string | undefined }) {
  if (words === undefined) return null
  return (
    <Notice tone="attention" isUrgent>
      <p>{words}</p>
    </Notice>
  )
}
