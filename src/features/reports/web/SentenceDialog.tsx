import {
  Checkbox,
  FormDialog,
  SaveState,
  type Saving,
  Stack,
  shortDayWords,
  TextArea,
  useToday,
} from '#kernel/ui/index.ts'
import { useMe } from '#kernel/web/index.ts'
import type { Sentence, Source, SourceFact } from '../contract.ts'
import { text } from './text.ts'

type DialogProps = {
  sentence: Sentence
  facts: readonly SourceFact[]
  saving: Saving | undefined
  /** While it is typed: kept, and not in the report yet. */
  onChange: (sentence: Sentence) => void
  onSave: (sentence: Sentence) => void
  onClose: () => void
}
const SHORT = 80
const quiet = { isBusy: false, problemText: undefined }
const isSame = (a: Pick<Source, 'kind' | 'id'>, b: Pick<Source, 'kind' | 'id'>) => a.kind === b.kind && a.id === b.id

/** The words, and what they rest on: chosen among what the report already names, or one's own view. */
export function SentenceDialog({ sentence, facts, saving, onChange, onSave, onClose }: DialogProps) {
  const set = (part: Partial<Sentence>) => onChange({ ...sentence, ...part })
  const save = () => {
    const origin = sentence.origin === 'own' ? 'own' : 'edited'
    onSave({ ...sentence, text: sentence.text.trim(), origin })
  }
  return (
    <FormDialog title={text.sentence} sender={quiet} onSave={save} onClose={onClose}>
      <TextArea
        label={text.sentence}
        lines={4}
        value={sentence.text}
        onChange={(words) => set({ text: words })}
        maxLength={4000}
        autoFocus
      />
      <Checkbox
        label={text.pointsOtherwise}
        value={sentence.stance === 'against'}
        onChange={(isAgainst) => set({ stance: isAgainst ? 'against' : 'says' })}
      />
      <ChosenSources facts={facts} value={sentence.sources} onChange={(sources) => set({ sources: [...sources] })} />
      <SaveState state={saving} />
    </FormDialog>
  )
}

type ChosenProps = {
  facts: readonly SourceFact[]
  value: readonly Source[]
  onChange: (sources: readonly Source[]) => void
}

function ChosenSources({ facts, value, onChange }: ChosenProps) {
  const today = useToday()
  const me = useMe()
  const mine: Source = { kind: 'worker', id: me.id, version: 1 }
  const toggle = (source: Source, isOn: boolean) =>
    onChange(isOn ? [...value, source] : value.filter((one) => !isSame(one, source)))
  const label = (fact: SourceFact) =>
    `${text.sourceLine(text.kinds[fact.kind], fact.on ? shortDayWords(fact.on.slice(0, 10), today) : '', fact.byName)}: ${fact.text.slice(0, SHORT)}`
  return (
    <fieldset>
      <legend>{text.sources}</legend>
      <Stack gap={1}>
        <Checkbox
          label={text.ownView}
          value={value.some((one) => isSame(one, mine))}
          onChange={(isOn) => toggle(mine, isOn)}
        />
        {facts
          .filter((fact) => fact.kind !== 'worker' && fact.text !== '' && !fact.isGone)
          .map((fact) => (
            <Checkbox
              key={`${fact.kind} ${fact.id}`}
              label={label(fact)}
              value={value.some((one) => isSame(one, fact))}
              onChange={(isOn) => toggle({ kind: fact.kind, id: fact.id, version: fact.version }, isOn)}
            />
          ))}
      </Stack>
    </fieldset>
  )
}
