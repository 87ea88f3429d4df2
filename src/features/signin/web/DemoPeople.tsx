import type { z } from 'zod'
import { type DemoPerson, org } from '#features/org/contract.ts'
import { FaultText, Lines, Person, Stack } from '#kernel/ui/index.ts'
import { signedIn, useWrite } from '#kernel/web/index.ts'
import styles from './DemoPeople.module.css'
import { text } from './text.ts'

type People = readonly z.infer<typeof DemoPerson>[]

/** In a demo one picks who to be; nobody there is real. */
export function DemoPeople({ people }: { people: People }) {
  const { run, isBusy, problemText } = useWrite(org.signInAsDemo, { onDone: () => void signedIn() })
  return (
    <Stack gap={3}>
      {problemText && <FaultText>{problemText}</FaultText>}
      <Lines label={text.demoPeople}>
        {people.map(({ id, name, unitName, line }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.pick}
              disabled={isBusy}
              onClick={() => void run({ employeeId: id })}
            >
              <Person name={name} second={unitName}>
                <span className={styles.line}>{line}</span>
              </Person>
            </button>
          </li>
        ))}
      </Lines>
    </Stack>
  )
}
