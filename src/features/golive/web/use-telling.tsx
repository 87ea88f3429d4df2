import { lazy, Suspense, useState } from 'react'
import { useUnit } from '#features/org/web/index.ts'
import { useAddress, useRead } from '#kernel/web/index.ts'
import { golive } from '../contract.ts'
import { text } from './text.ts'

const TellDialog = lazy(() => import('./TellDialog.tsx').then((m) => ({ default: m.TellDialog })))
const TEN_MINUTES = 600_000

/**
 * »Skriv hvad der skete«, for the menu that stands on every screen, and the way back to what one has told of; nothing where the unit is
 * in no wave.
 */
export function useTelling() {
  const unit = useUnit()
  const { go } = useAddress()
  const [isOpen, setOpen] = useState(false)
  const telling = useRead(golive.telling, {}, { staleMs: TEN_MINUTES })
  const isPlanned = unit !== undefined && telling.data?.some(({ id }) => id === unit.id)
  const hasTold = telling.data?.some(({ told }) => told > 0)
  return {
    items: [
      ...(isPlanned ? [{ id: 'tell', label: text.tell, onAct: () => setOpen(true) }] : []),
      ...(hasTold ? [{ id: 'told', label: text.yourCases, onAct: () => go('/klar/det-skete?vis=mine') }] : []),
    ],
    dialog: isOpen && (
      <Suspense fallback={null}>
        <TellDialog onClose={() => setOpen(false)} />
      </Suspense>
    ),
  }
}
