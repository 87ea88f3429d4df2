import { Button, Checkbox, Row, Stack, TextField } from '#kernel/ui/index.ts'
import type { SketchField } from '../contract.ts'
import { keyFor, numeric, summable } from '../sketching.ts'
import styles from './Fields.module.css'
import type { SetField } from './set-field.ts'
import { text } from './text.ts'
import { numberWords } from './use-saying.ts'

type KindProps = { field: SketchField; set: SetField; before: readonly SketchField[] }

/** What only some kinds of field are asked for. */
export function KindFields(props: KindProps) {
  const { kind } = props.field
  if (kind === 'choice' || kind === 'multi-choice') return <Choices {...props} />
  if (kind === 'table') return <TableColumns {...props} />
  if (kind === 'sum') return <SumOf {...props} />
  return numeric.includes(kind) ? <Bounds {...props} /> : null
}

const MOST_CHOICES = 30
const MOST_COLUMNS = 8

function Choices({ field, set }: KindProps) {
  const choices = field.choices ?? []
  const put = (at: number, to: (typeof choices)[number]) =>
    set({ choices: choices.map((one, place) => (place === at ? to : one)) })
  const add = () =>
    set({
      choices: [
        ...choices,
        {
          key: keyFor(
            `valg-${choices.length + 1}`,
            choices.map(({ key }) => key),
          ),
          label: '',
        },
      ],
    })
  return (
    <fieldset className={styles.question}>
      <legend className={styles.legend}>{text.choices}</legend>
      <Stack gap={3}>
        {choices.map(({ key, label, points }, at) => (
          <div key={key} className={styles.row}>
            <TextField
              label={text.choice(at + 1)}
              value={label}
              onChange={(words) => put(at, { ...choices[at]!, label: words })}
              maxLength={200}
            />
            <TextField
              label={text.points(at + 1)}
              isOptional
              inputMode="numeric"
              value={points === undefined ? '' : String(points)}
              onChange={(words) => put(at, pointed({ key, label }, words))}
              maxLength={6}
            />
            <Row>
              <Button
                kind="plain"
                aria-label={text.removeOf(label || text.choice(at + 1))}
                onPress={() => set({ choices: choices.filter((_, place) => place !== at) })}
              >
                {text.remove}
              </Button>
            </Row>
          </div>
        ))}
        {choices.length < MOST_CHOICES && (
          <Row>
            <Button onPress={add}>{text.addChoice}</Button>
          </Row>
        )}
      </Stack>
    </fieldset>
  )
}

/** A choice with its points; what is no whole number is no points. */
const pointed = (choice: { key: string; label: string }, words: string) =>
  /^-?\d+$/.test(words.trim()) ? { ...choice, points: Number(words) } : choice

const numberIn = (words: string): number | undefined => {
  const plain = words.trim().replace(',', '.')
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : undefined
}

function TableColumns({ field, set }: KindProps) {
  const columns = field.columns ?? []
  const add = () =>
    set({
      columns: [
        ...columns,
        {
          key: keyFor(
            `kolonne-${columns.length + 1}`,
            columns.map(({ key }) => key),
          ),
          label: '',
        },
      ],
    })
  return (
    <Stack gap={3}>
      {columns.map(({ key, label }, at) => (
        <TextField
          key={key}
          label={text.column(at + 1)}
          value={label}
          onChange={(words) =>
            set({ columns: columns.map((one, place) => (place === at ? { ...one, label: words } : one)) })
          }
          maxLength={100}
        />
      ))}
      {columns.length < MOST_COLUMNS && (
        <Row>
          <Button onPress={add}>{text.addColumn}</Button>
        </Row>
      )}
    </Stack>
  )
}

function SumOf({ field, set, before }: KindProps) {
  const chosen = field.of ?? []
  const toggle = (key: string, isOn: boolean) =>
    set({ of: isOn ? [...chosen, key] : chosen.filter((one) => one !== key) })
  return (
    <fieldset className={styles.question}>
      <legend className={styles.legend}>{text.sumOf}</legend>
      {summable(before).map(({ key, label }) => (
        <Checkbox key={key} label={label} value={chosen.includes(key)} onChange={(isOn) => toggle(key, isOn)} />
      ))}
    </fieldset>
  )
}

const shown = (value: number | undefined) => (value === undefined ? '' : numberWords(value))

const Bounds = ({ field, set }: KindProps) => (
  <div className={styles.bounds}>
    {(['min', 'max'] as const).map((bound) => (
      <TextField
        key={bound}
        label={text[bound]}
        isOptional
        inputMode="decimal"
        value={shown(field[bound])}
        onChange={(words) => set({ [bound]: numberIn(words) })}
        maxLength={12}
      />
    ))}
    <TextField
      label={text.unit}
      isOptional
      value={field.unit ?? ''}
      onChange={(unit) => set({ unit })}
      maxLength={20}
    />
  </div>
)
