import type { ReactNode } from 'react'
import { Mark, NewCount, Page, Row, Show, Stack, TabLinks, type Tone } from '#kernel/ui/index.ts'
import { type Reading, useAddress, useRead } from '#kernel/web/index.ts'
import { type TenderWhole, tender } from '../contract.ts'
import { text } from './text.ts'

export type Side = keyof typeof text.tabs

const tails: Record<Side, string> = {
  overview: '',
  model: '/model',
  questions: '/spoergsmaal',
  scoring: '/evaluering',
  result: '/resultat',
  adaptations: '/tilretninger',
}
export const hrefOf = (id: string, side: Side): string => `/udbud/${id}${tails[side]}`

export const toneOf: Record<TenderWhole['state'], Tone> = {
  preparing: 'neutral',
  published: 'info',
  opened: 'attention',
  notified: 'attention',
  concluded: 'ok',
  cancelled: 'neutral',
}

/** What others change is counted, and shown when asked. */
export function useTender(id: string): Reading<TenderWhole> {
  const known = useRead(tender.list, {}, { staleMs: 60_000 })
  const place = known.data?.find((one) => one.id === id)?.placeId
  return useRead(tender.get, { id }, { live: ['tender', place] })
}

type Props = {
  tenderId: string
  side: Side
  actions?: (whole: TenderWhole) => ReactNode
  children: (whole: TenderWhole) => ReactNode
}

/** One tender and its sides. */
export function TenderPage({ tenderId, side, actions, children }: Props) {
  const whole = useTender(tenderId)
  const { pathname } = useAddress()
  const items = (Object.keys(tails) as Side[]).map((one) => ({
    href: hrefOf(tenderId, one),
    label: text.tabs[one],
    isCurrent: one === side && pathname === hrefOf(tenderId, one),
  }))
  return (
    <Page
      title={whole.data?.title ?? text.title}
      lead={whole.data && <Lead whole={whole.data} />}
      actions={whole.data && actions?.(whole.data)}
    >
      <Stack gap={5}>
        <TabLinks label={text.sides} items={items} />
        <NewCount count={whole.waiting} onShow={whole.showWaiting} />
        <Show of={whole} lines={8}>
          {children}
        </Show>
      </Stack>
    </Page>
  )
}

const Lead = ({ whole }: { whole: TenderWhole }) => (
  <Row gap={3}>
    <Mark tone={toneOf[whole.state]}>{text.states[whole.state]}</Mark>
    <span>{text.procedures[whole.procedure]}</span>
    <span>{whole.baselineLabel ? text.version(whole.baselineLabel) : text.noVersion}</span>
  </Row>
)
