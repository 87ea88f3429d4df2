import type { Day } from '#kernel/lang/day.ts'
import {
  Button,
  DateField,
  Disclosure,
  Lines,
  Person,
  Row,
  Section,
  Stack,
  shortDayWords,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import type { KnownTemp } from '../contract.ts'
import { words } from './temps-text.ts'
import { useKnownTemps } from './use-known-temps.ts'

export type TempForm = {
  name: string
  agency: string
  agencyNumber: string
  bornOn: Day | null
  phoneEnd: string
  /** Chosen from those found. */
  known: KnownTemp | undefined
}

export const emptyTemp: TempForm = {
  name: '',
  agency: '',
  agencyNumber: '',
  bornOn: null,
  phoneEnd: '',
  known: undefined,
}

/** The faults one can see without asking. */
export function tempFaults({
  known,
  name,
  agencyNumber,
  bornOn,
  phoneEnd,
}: TempForm): Record<string, string | undefined> {
  if (known) return {}
  const isBadPhone = phoneEnd.trim() !== '' && !/^\d{4}$/.test(phoneEnd.trim())
  const hasMark = phoneEnd.trim() !== '' || bornOn !== null || agencyNumber.trim() !== ''
  return {
    name: name.trim() ? undefined : words.nameFault,
    phoneEnd: isBadPhone ? words.phoneEndFault : hasMark ? undefined : words.markFault,
  }
}

type FieldsProps = {
  unitId: string
  temp: TempForm
  onChange: (part: Partial<TempForm>) => void
  faultOf: (field: string) => string | undefined
}

export function TempFields({ unitId, temp, onChange, faultOf }: FieldsProps) {
  const { known, name, agencyNumber, bornOn, phoneEnd } = temp
  const marks = {
    agencyNumber: agencyNumber.trim() || null,
    bornOn,
    phoneEnd: /^\d{4}$/.test(phoneEnd) ? phoneEnd : null,
  }
  const found = useKnownTemps({ unitId, name: name.trim(), ...marks }, !known)
  if (known) return <Chosen known={known} onOther={() => onChange({ known: undefined })} />
  return (
    <>
      <TextField
        label={words.name}
        value={name}
        onChange={(to) => onChange({ name: to })}
        fault={faultOf('name')}
        maxLength={120}
        autoComplete="off"
        autoFocus
      />
      {found.length > 0 && <Found found={found} onChoose={(one) => onChange({ known: one })} />}
      <TextField
        label={words.phoneEnd}
        help={words.phoneEndHelp}
        value={phoneEnd}
        onChange={(to) => onChange({ phoneEnd: to.replace(/\D/g, '').slice(-4) })}
        fault={faultOf('phoneEnd')}
        inputMode="numeric"
        autoComplete="off"
      />
      <OtherMarks temp={temp} onChange={onChange} faultOf={faultOf} />
    </>
  )
}

function OtherMarks({ temp, onChange, faultOf }: Omit<FieldsProps, 'unitId'>) {
  return (
    <Disclosure title={words.otherMark}>
      <Stack gap={4}>
        <DateField
          label={words.bornOn}
          value={temp.bornOn}
          onChange={(bornOn) => onChange({ bornOn })}
          fault={faultOf('bornOn')}
          isOptional
        />
        <TextField
          label={words.agency}
          value={temp.agency}
          onChange={(agency) => onChange({ agency })}
          maxLength={80}
          autoComplete="off"
          isOptional
        />
        <TextField
          label={words.agencyNumber}
          value={temp.agencyNumber}
          onChange={(agencyNumber) => onChange({ agencyNumber })}
          maxLength={40}
          autoComplete="off"
          isOptional
        />
      </Stack>
    </Disclosure>
  )
}

function useSecond(): (temp: KnownTemp) => string {
  const today = useToday()
  return ({ agency, lastOn, isNow }) =>
    [agency, isNow ? words.onDutyNow : lastOn ? words.lastSeen(shortDayWords(lastOn, today)) : words.never]
      .filter(Boolean)
      .join(' · ')
}

function Found({ found, onChoose }: { found: readonly KnownTemp[]; onChoose: (temp: KnownTemp) => void }) {
  const second = useSecond()
  return (
    <Section title={words.known}>
      <Lines label={words.known}>
        {found.map((temp) => (
          <li key={temp.id}>
            <Row apart gap={2}>
              <Person name={temp.name} second={second(temp)} />
              {!temp.isNow && <Button onPress={() => onChoose(temp)}>{words.isIt(temp.name)}</Button>}
            </Row>
          </li>
        ))}
      </Lines>
    </Section>
  )
}

function Chosen({ known, onOther }: { known: KnownTemp; onOther: () => void }) {
  return (
    <Row apart gap={2}>
      <Person name={known.name} second={useSecond()(known)} />
      <Button kind="plain" onPress={onOther}>
        {words.somebodyElse}
      </Button>
    </Row>
  )
}
