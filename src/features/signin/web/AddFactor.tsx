import { useState } from 'react'
import type { Admission } from '#features/org/contract.ts'
import { Section, Stack } from '#kernel/ui/index.ts'
import { AddApp } from './AddApp.tsx'
import styles from './AddFactor.module.css'
import { AddPasskey } from './AddPasskey.tsx'
import type { Added } from './added.ts'
import { PaperCodes } from './PaperCodes.tsx'
import { text } from './text.ts'
import { canUsePasskeys } from './use-passkey.ts'

type Props = { words?: string; only?: 'app' | 'passkey'; onAdded: (admission: Admission) => void }

/** Choose, prove that it works, keep the codes on paper; only then one goes on. */
export function AddFactor({ words, only, onAdded }: Props) {
  const [way, choose] = useState(only)
  const [added, setAdded] = useState<Added>()
  const done = (made: Added) => (made.recoveryCodes.length > 0 ? setAdded(made) : onAdded(made.admission))
  if (added) return <PaperCodes codes={added.recoveryCodes} onKept={() => onAdded(added.admission)} />
  const parts = (
    <Stack gap={4}>
      {!way && words && <p>{words}</p>}
      {!way && <Choices onChoose={choose} />}
      {way === 'app' && <AddApp onAdded={done} />}
      {way === 'passkey' && <AddPasskey onAdded={done} />}
    </Stack>
  )
  return only ? parts : <Section title={text.enrolTitle}>{parts}</Section>
}

function Choices({ onChoose }: { onChoose: (way: 'app' | 'passkey') => void }) {
  return (
    <div className={styles.choices}>
      {canUsePasskeys() && (
        <button type="button" className={styles.choice} onClick={() => onChoose('passkey')}>
          <strong>{text.byPasskey}</strong>
          <span>{text.byPasskeyWords}</span>
        </button>
      )}
      <button type="button" className={styles.choice} onClick={() => onChoose('app')}>
        <strong>{text.byApp}</strong>
        <span>{text.byAppWords}</span>
      </button>
    </div>
  )
}
