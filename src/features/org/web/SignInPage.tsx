import type { ReactNode } from 'react'
import { Disclosure, Page, Show } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { org } from '../contract.ts'
import { DemoPeople } from './DemoPeople.tsx'
import { SignInForm } from './SignInForm.tsx'
import styles from './SignInPage.module.css'
import { text } from './text.ts'

/** `foot` stands under the door: look and language. */
export function SignInPage({ foot }: { foot: ReactNode }) {
  const door = useRead(org.doorplate, {})
  return (
    <div className={styles.door}>
      <Show of={door} isEmpty={() => false} lines={8}>
        {({ tenantName, demo, people }) => (
          <Page title={text.signIn} lead={demo ? `${tenantName}. ${text.demoLead}` : tenantName}>
            {demo ? (
              <>
                <DemoPeople people={people} />
                <Disclosure title={text.withPassword}>
                  <SignInForm />
                </Disclosure>
              </>
            ) : (
              <SignInForm autoFocus />
            )}
          </Page>
        )}
      </Show>
      {foot}
    </div>
  )
}
