import type { MyUnit } from '#features/org/contract.ts'
import { chooseUnit } from '#features/org/web/index.ts'
import { MyTasks } from '#features/tasks/web/index.ts'
import { Button, Lines, Page, Section, Show, Stack } from '#kernel/ui/index.ts'
import { Panels, type Reading, useAddress, useMe } from '#kernel/web/index.ts'
import { text } from './text.ts'

/** Where those begin who do not work with citizens here: their units, and nothing that would be refused. */
export function Elsewhere({ units }: { units: Reading<MyUnit[]> }) {
  const me = useMe()
  const { go } = useAddress()
  const see = (unitId: string) => {
    chooseUnit(me.id, unitId)
    go('/unit')
  }
  return (
    <Page title={text.home}>
      <Panels slot="home.main" />
      <MyTasks />
      <Section title={text.yourUnits}>
        <Stack gap={3}>
          <p>
            {text.elsewhere} {text.seeUnit}
          </p>
          <Show of={units} lines={4}>
            {(rows) => (
              <Lines>
                {rows.map(({ id, name }) => (
                  <li key={id}>
                    <Button kind="plain" onPress={() => see(id)}>
                      {name}
                    </Button>
                  </li>
                ))}
              </Lines>
            )}
          </Show>
        </Stack>
      </Section>
    </Page>
  )
}
