import { Button, FaultText, Row, TextArea } from '#kernel/ui/index.ts'
import type { Row as Answered } from '../answer-words.ts'
import styles from './Fields.module.css'
import type { OneFieldProps } from './field-props.ts'
import { text } from './text.ts'

const MAX_CELL = 1000
const MOST_ROWS = 60

/** Rows of words, as many as are needed: on a narrow screen each row stands as a small form of its own. */
export function TableField({ field, value, onChange, onLeave, fault }: OneFieldProps) {
  const given = Array.isArray(value) ? (value as Answered[]) : []
  const rows = given.length > 0 ? given : [{}]
  const set = (at: number, key: string, words: string) =>
    onChange(rows.map((row, place) => (place === at ? { ...row, [key]: words } : row)))
  return (
    <fieldset className={styles.question} data-invalid={fault ? true : undefined}>
      <legend className={styles.legend}>{field.label}</legend>
      {field.help && <span className={styles.help}>{field.help}</span>}
      <div className={styles.rows}>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; its words come from what is given
          <fieldset key={at} className={styles.row} aria-label={text.row(at + 1)}>
            {(field.columns ?? []).map(({ key, label }) => (
              <TextArea
                key={key}
                label={label}
                value={(row as Answered)[key] ?? ''}
                onChange={(words) => set(at, key, words)}
                onBlur={onLeave}
                maxLength={MAX_CELL}
              />
            ))}
            {rows.length > 1 && (
              <Row>
                <Button
                  kind="plain"
                  aria-label={text.removeRow(at + 1)}
                  onPress={() => onChange(rows.filter((_, place) => place !== at))}
                >
                  {text.remove}
                </Button>
              </Row>
            )}
          </fieldset>
        ))}
      </div>
      {fault && <FaultText>{fault}</FaultText>}
      {rows.length < MOST_ROWS && (
        <Row>
          <Button onPress={() => onChange([...rows, {}])}>{text.addRow}</Button>
        </Row>
      )}
    </fieldset>
  )
}
