import { useState } from 'react'
import { type KnotFound, type ThreadLink, thread } from '#features/thread/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { Button, Dialog, Lines, Notice, Row, SearchField, Section, Show, Stack } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { nameOfNumber } from '../content.ts'
import type { Requirement } from '../contract.ts'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

type BehindProps = { requirement: Requirement; whole: Whole; onClose: () => void }
const KIND = 'requirements.requirement'

/** The needs a requirement rests on, and the benefits it is to give. */
export function BehindDialog({ requirement, whole, onClose }: BehindProps) {
  const { id, number } = requirement
  const why = useRead(thread.of, { kind: KIND, id, direction: 'why' })
  const affects = useRead(thread.of, { kind: KIND, id, direction: 'affects' })
  const mayLink = why.data?.permitted.includes('connect') ?? false
  const links = affects.data?.links.filter(({ type, fromId }) => type === 'yields' && fromId === id) ?? []
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text.behindOf(nameOfNumber(number))}
      actions={<Button onPress={onClose}>{text.close}</Button>}
    >
      <Stack gap={5}>
        <Section title={text.linkNeeds}>
          <Show of={why}>
            {(known) => {
              const needs = known.links.filter(({ type, toId }) => type === 'grounds' && toId === id)
              return <Needs requirementId={id} needs={needs} knots={known.knots} mayLink={mayLink} />
            }}
          </Show>
        </Section>
        <Section title={text.linkBenefits}>
          <Show of={affects}>
            {() => <Benefits requirementId={id} links={links} whole={whole} mayLink={mayLink} />}
          </Show>
        </Section>
      </Stack>
    </Dialog>
  )
}

const touches = ['requirements']

type NeedsProps = {
  requirementId: string
  needs: readonly ThreadLink[]
  knots: readonly KnotFound[]
  mayLink: boolean
}

function Needs({ requirementId, needs, knots, mayLink }: NeedsProps) {
  const part = useWrite(thread.disconnect, { touches })
  const nameOf = (needId: string) => {
    const knot = knots.find((one) => one.id === needId)
    return [knot?.label, knot?.title].filter(Boolean).join(' ')
  }
  return (
    <Stack gap={3}>
      {needs.length === 0 && <p>{text.noNeedsYet}</p>}
      <Lines label={text.linkNeeds}>
        {needs.map((link) => (
          <li key={link.id}>
            <Row gap={3} apart>
              <span>{nameOf(link.fromId)}</span>
              {mayLink && (
                <Button kind="plain" onPress={() => void part.run({ id: link.id, because: text.unlinkBecause })}>
                  {text.unlink}
                </Button>
              )}
            </Row>
          </li>
        ))}
      </Lines>
      {mayLink && <FindNeed requirementId={requirementId} linked={needs.map(({ fromId }) => fromId)} />}
    </Stack>
  )
}

function FindNeed({ requirementId, linked }: { requirementId: string; linked: readonly string[] }) {
  const [words, setWords] = useState('')
  const isAsked = words.trim().length > 1
  const found = useRead(thread.find, { words: words.trim() || '-' }, { enabled: isAsked, keepFormer: true })
  const connect = useWrite(thread.connect, { touches })
  const needs = isAsked
    ? (found.data ?? []).filter(({ id, kind }) => kind === 'capture.need' && !linked.includes(id))
    : []
  const tie = (fromId: string) =>
    void connect.run({
      id: newId(),
      type: 'grounds',
      fromKind: 'capture.need',
      fromId,
      toKind: KIND,
      toId: requirementId,
    })
  return (
    <Stack gap={2}>
      <SearchField label={text.findNeed} help={text.findNeedHelp} value={words} onChange={setWords} />
      {connect.problemText && <Notice tone="attention">{connect.problemText}</Notice>}
      <Lines label={text.findNeed}>
        {needs.slice(0, 8).map(({ id, label, title }) => (
          <li key={id}>
            <Row gap={3} apart>
              <span>
                {label} {title}
              </span>
              <Button onPress={() => tie(id)}>{text.link}</Button>
            </Row>
          </li>
        ))}
      </Lines>
    </Stack>
  )
}

type BenefitsProps = { requirementId: string; links: readonly ThreadLink[]; whole: Whole; mayLink: boolean }

function Benefits({ requirementId, links, whole, mayLink }: BenefitsProps) {
  const connect = useWrite(thread.connect, { touches })
  const part = useWrite(thread.disconnect, { touches })
  const tie = (toId: string) =>
    void connect.run({
      id: newId(),
      type: 'yields',
      fromKind: KIND,
      fromId: requirementId,
      toKind: 'requirements.benefit',
      toId,
    })
  return (
    <Lines label={text.linkBenefits}>
      {whole.benefits.map(({ id, number, title }) => {
        const link = links.find(({ toId }) => toId === id)
        if (!mayLink && !link) return null
        return (
          <li key={id}>
            <Row gap={3} apart>
              <span>
                G{number} {title}
              </span>
              {mayLink &&
                (link ? (
                  <Button kind="plain" onPress={() => void part.run({ id: link.id, because: text.unlinkBecause })}>
                    {text.unlink}
                  </Button>
                ) : (
                  <Button onPress={() => tie(id)}>{text.link}</Button>
                ))}
            </Row>
          </li>
        )
      })}
    </Lines>
  )
}
