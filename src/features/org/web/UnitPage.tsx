import { Columns, Empty, Lines, LinkButton, Page, Person, Row, Section, Show, Stack } from '#kernel/ui/index.ts'
import { Panels, useMe, useRead } from '#kernel/web/index.ts'
import { type MyUnit, org } from '../contract.ts'
import type { Role } from '../roles.ts'
import { text } from './text.ts'
import { useMyUnits, useUnit, worksWithCitizens } from './units.ts'

/** The unit I work in: who is here. Higher features hang their parts below. */
export function UnitPage() {
  const units = useMyUnits()
  const unit = useUnit()
  if (!unit)
    return (
      <Page title={text.unit}>
        <Show of={units} empty={<Empty>{text.noUnit}</Empty>}>
          {() => null}
        </Show>
      </Page>
    )
  return (
    <Page title={unit.name} lead={leadOf(unit)}>
      <Columns>
        <Stack gap={5}>
          <Row gap={2}>
            {worksWithCitizens(unit) && <Panels slot="unit.links" unit={unit} />}
            {unit.permitted.includes('staff') && (
              <LinkButton href={`/administration/enhed/${unit.id}`}>{text.staffAndRoles}</LinkButton>
            )}
          </Row>
          <Panels slot="unit.main" unit={unit} />
          <Colleagues unitId={unit.id} />
        </Stack>
      </Columns>
    </Page>
  )
}

/** A title that is also the name of the role is said once. */
const wordsOf = (profession: string | null, roles: readonly Role[], isMe: boolean): string =>
  [...new Set([profession, ...roles.map((role) => text.roles[role]), isMe ? text.me : null])]
    .filter(Boolean)
    .join(' · ')

const clock = (time: string) => time.replace(':', '.')

const leadOf = ({ roundTheClock, shiftStarts }: MyUnit): string =>
  [...(roundTheClock ? [text.roundTheClock] : []), text.shifts(shiftStarts.map(clock).join(', '))].join(' · ')

function Colleagues({ unitId }: { unitId: string }) {
  const me = useMe()
  const rows = useRead(org.employeesOfUnit, { unitId })
  return (
    <Section title={text.colleagues} note={rows.data?.length}>
      <Show of={rows} empty={text.noColleagues} lines={8}>
        {(people) => (
          <Lines>
            {people.map(({ id, name, profession, roles }) => (
              <li key={id}>
                <Person name={name} second={wordsOf(profession, roles, id === me.id)} />
              </li>
            ))}
          </Lines>
        )}
      </Show>
    </Section>
  )
}
