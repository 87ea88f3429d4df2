import { type ComponentType, createContext, lazy, Suspense, use } from 'react'
import { Loading, patiently } from '#kernel/ui/index.ts'
import type { Panel } from './feature-web.ts'

type Drawn = { slot: string; key: string; Part: ComponentType<object> }
const Context = createContext<readonly Drawn[]>([])

/** Once, from all features' panels, outside the components: a lazy part must keep its identity. */
export const drawnPanels = (panels: readonly Panel[]): readonly Drawn[] =>
  [...panels]
    .sort((a, b) => a.order - b.order)
    .map(({ slot, order, load }, index) => ({
      slot,
      key: `${slot} ${order} ${index}`,
      Part: lazy(async () => ({ default: (await patiently(load)) as unknown as ComponentType<object> })),
    }))

export const PanelsProvider = Context

/** Everything that other features hang here; all of them get the same props. */
export function Panels<P extends object>({ slot, ...props }: { slot: string } & P) {
  const here = use(Context).filter((panel) => panel.slot === slot)
  return here.map(({ key, Part }) => (
    <Suspense key={key} fallback={<Loading />}>
      <Part {...props} />
    </Suspense>
  ))
}
