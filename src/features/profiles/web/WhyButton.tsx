import { lazy, Suspense, useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import { Button, patiently } from '#kernel/ui/index.ts'
import type { SettingKey } from '../settings.ts'
import { words } from './why-text.ts'

const WhyPanel = lazy(async () => ({
  default: await patiently(() => import('./WhyPanel.tsx').then((m) => m.WhyPanel)),
}))

type Props = { unit: Pick<MyUnit, 'id' | 'isSetUp'>; of: SettingKey; name: string }

/**
 * Beside a field that a setting governs: why it is so. Nothing in a unit without a set-up, where it is so for everybody.
 * @param name the field as those hear it who do not see where the button stands
 */
export function WhyButton({ unit, of, name }: Props) {
  const [isOpen, setOpen] = useState(false)
  if (!unit.isSetUp) return null
  return (
    <>
      <Button kind="plain" aria-label={words.whyOf(name)} onPress={() => setOpen(true)}>
        {words.why}
      </Button>
      {isOpen && (
        <Suspense>
          <WhyPanel unitId={unit.id} settingKey={of} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
