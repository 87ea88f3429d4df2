import { Mark, Row } from '#kernel/ui/index.ts'
import type { Form } from '../contract.ts'
import { bandOf } from '../rules.ts'
import { numberWords } from './use-saying.ts'

type BandProps = { form: Pick<Form, 'fields' | 'score' | 'bands'>; score: number | null; isBrief?: boolean }

const unitOf = ({ fields, score }: BandProps['form']) => fields.find(({ key }) => key === score)?.unit

/** The number with its unit, the outcome in a word and a shape, and what is to be done about it. */
export function BandWords({ form, score, isBrief = false }: BandProps) {
  if (score === null) return null
  const band = bandOf(form, score)
  const number = [numberWords(score), unitOf(form)].filter(Boolean).join(' ')
  return (
    <Row gap={2}>
      <strong>{number}</strong>
      {band && <Mark tone={band.tone}>{band.title}</Mark>}
      {!isBrief && band?.action && <span>{band.action}</span>}
    </Row>
  )
}
