import { nameOfNumber } from '#features/requirements/content.ts'
import { Button, FaultText, Row, Section, Select, Stack, TextArea, TextField } from '#kernel/ui/index.ts'
import styles from './Model.module.css'
import { aTrial, type Draft, freeKey, type SetOfRequirements, type TrialDraft } from './model-draft.ts'
import { text } from './text.ts'

type Set = (change: Partial<Draft>) => void
type PartProps = { draft: Draft; set: Set }

const without = <T,>(rows: readonly T[], at: number): T[] => rows.filter((_, index) => index !== at)
const changed = <T,>(rows: readonly T[], at: number, part: Partial<T>): T[] =>
  rows.map((row, index) => (index === at ? { ...row, ...part } : row))

/** How the price of a bid is put together. */
export function PriceLines({ draft: { priceLines }, set }: PartProps) {
  const change = (at: number, part: Partial<Draft['priceLines'][number]>) =>
    set({ priceLines: changed(priceLines, at, part) })
  const next = { key: freeKey('PRIS', priceLines), name: '', times: '1' }
  return (
    <Section title={text.priceLines}>
      <Stack gap={3}>
        {priceLines.map(({ key, name, times }, at) => (
          <div key={key} className={styles.line}>
            <TextField
              label={text.priceLine}
              value={name}
              onChange={(to) => change(at, { name: to })}
              maxLength={120}
            />
            <TextField
              label={text.times}
              value={times}
              onChange={(to) => change(at, { times: to })}
              inputMode="numeric"
            />
            {priceLines.length > 1 && (
              <Button
                kind="plain"
                aria-label={text.removeSub(name)}
                onPress={() => set({ priceLines: without(priceLines, at) })}
              >
                {text.remove}
              </Button>
            )}
          </div>
        ))}
        <Row>
          <Button onPress={() => set({ priceLines: [...priceLines, next] })}>{text.addPriceLine}</Button>
        </Row>
      </Stack>
    </Section>
  )
}

/** What points mean, as evaluators and bidders read it. */
export function Meanings({ draft: { scale, meanings }, set, fault }: PartProps & { fault: string | undefined }) {
  const change = (at: number, part: Partial<Draft['meanings'][number]>) =>
    set({ meanings: changed(meanings, at, part) })
  return (
    <Section title={text.meanings}>
      <Stack gap={3}>
        <TextField
          label={text.scale}
          value={scale}
          onChange={(to) => set({ scale: to })}
          inputMode="numeric"
          fault={fault}
        />
        {meanings.map((meaning, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and stand in the order they were written
          <div key={at} className={styles.lineFromNumber}>
            <TextField
              label={text.points}
              value={meaning.points}
              onChange={(to) => change(at, { points: to })}
              inputMode="decimal"
            />
            <TextField
              label={text.meaning}
              value={meaning.text}
              onChange={(to) => change(at, { text: to })}
              maxLength={300}
            />
            <Button
              kind="plain"
              aria-label={text.removeSub(text.pointsMeant(meaning.points))}
              onPress={() => set({ meanings: without(meanings, at) })}
            >
              {text.remove}
            </Button>
          </div>
        ))}
        <Row>
          <Button onPress={() => set({ meanings: [...meanings, { points: '', text: '' }] })}>{text.addMeaning}</Button>
        </Row>
      </Stack>
    </Section>
  )
}

type TrialProps = PartProps & { known: SetOfRequirements; fault: string | undefined }

/** Points of one requirement that come from users trying the bid. */
export function TrialPart({ draft: { trial }, set, known, fault }: TrialProps) {
  const put = (part: Partial<TrialDraft>) => set({ trial: trial && { ...trial, ...part } })
  if (!trial)
    return (
      <Section title={text.trial}>
        <Row>
          <Button onPress={() => set({ trial: aTrial })}>{text.addTrial}</Button>
        </Row>
      </Section>
    )
  const rows = known.requirements.filter(({ level }) => level === 'evaluated')
  return (
    <Section title={text.trial}>
      <Stack gap={3}>
        <Select
          label={text.trialRow}
          choices={rows.map(({ id, number, title }) => ({ id, label: `${nameOfNumber(number)} ${title}` }))}
          value={trial.requirementId}
          onChange={(requirementId) => put({ requirementId })}
        />
        <TextField
          label={text.participants}
          value={trial.participants}
          onChange={(participants) => put({ participants })}
          inputMode="numeric"
        />
        <TextArea label={text.trialText} value={trial.text} onChange={(to) => put({ text: to })} maxLength={1000} />
        <TrialPoints trial={trial} put={put} />
        {fault && <FaultText>{fault}</FaultText>}
        <Row>
          <Button kind="plain" onPress={() => set({ trial: null })}>
            {text.removeTrial}
          </Button>
        </Row>
      </Stack>
    </Section>
  )
}

type PointsProps = { trial: TrialDraft; put: (part: Partial<TrialDraft>) => void }

function TrialPoints({ trial: { points, participants }, put }: PointsProps) {
  const change = (at: number, part: Partial<TrialDraft['points'][number]>) => put({ points: changed(points, at, part) })
  return (
    <>
      {points.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and stand in the order they were written
        <div key={at} className={styles.line}>
          <TextField
            label={text.solvedFrom}
            value={row.solved}
            onChange={(solved) => change(at, { solved })}
            inputMode="numeric"
          />
          <TextField
            label={text.points}
            value={row.points}
            onChange={(to) => change(at, { points: to })}
            inputMode="decimal"
          />
          {points.length > 1 && (
            <Button
              kind="plain"
              aria-label={text.removeSub(text.solvedOf(row.solved))}
              onPress={() => put({ points: without(points, at) })}
            >
              {text.remove}
            </Button>
          )}
        </div>
      ))}
      <Row>
        <Button onPress={() => put({ points: [...points, { solved: participants, points: '' }] })}>
          {text.addTrialPoints}
        </Button>
      </Row>
    </>
  )
}
