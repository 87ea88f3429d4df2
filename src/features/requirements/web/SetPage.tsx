import type { ReactNode } from 'react'
import { NewCount, Page, Show, Stack, TabLinks } from '#kernel/ui/index.ts'
import { useAddress } from '#kernel/web/index.ts'
import { text } from './text.ts'
import { useSet, type Whole } from './use-set.ts'

type Side = keyof typeof text.tabs

const sides: readonly [Side, string][] = [
  ['table', ''],
  ['hearing', '/hoering'],
  ['versions', '/udgaver'],
  ['benefits', '/gevinster'],
]

type SetPageProps = {
  specId: string
  side: Side
  actions?: (whole: Whole) => ReactNode
  children: (whole: Whole) => ReactNode
}

/** One set of requirements and its sides. */
export function SetPage({ specId, side, actions, children }: SetPageProps) {
  const set = useSet(specId)
  const { pathname } = useAddress()
  const items = sides.map(([id, tail]) => ({
    href: `/krav/${specId}${tail}`,
    label: text.tabs[id],
    isCurrent: id === side && pathname === `/krav/${specId}${tail}`,
  }))
  return (
    <Page title={set.data?.title ?? text.title} lead={set.data?.placeName} actions={set.data && actions?.(set.data)}>
      <Stack gap={5}>
        <TabLinks label={text.tabsLabel} items={items} />
        <NewCount count={set.waiting} onShow={set.showWaiting} />
        <Show of={set} lines={8}>
          {children}
        </Show>
      </Stack>
    </Page>
  )
}
