import type { OutputOf } from '#kernel/lang/contract.ts'
import {
  Columns,
  Lines,
  LinkButton,
  Page,
  Person,
  SearchField,
  Section,
  Show,
  Stack,
  shortDayWords,
  useToday,
} from '#kernel/ui/index.ts'
import { Panels, useRead } from '#kernel/web/index.ts'
import { org } from '../contract.ts'
import { words } from './administration-text.ts'
import { UnitTree } from './UnitTree.tsx'
import { useFindEmployees } from './use-find-employees.ts'

/** Units as a tree, and a way straight to a person. */
export function AdministrationPage() {
  const find = useFindEmployees()
  const tree = useRead(org.tree, {}, { live: ['org', undefined] })
  const mayDecide = tree.data?.some(({ permitted }) => permitted.includes('change'))
  return (
    <Page
      title={words.administration}
      lead={words.lead}
      actions={mayDecide && <LinkButton href="/administration/rettigheder">{words.rightsLink}</LinkButton>}
    >
      <Columns right={mayDecide && <Panels slot="administration.aside" />}>
        <Stack gap={5}>
          <SearchField label={words.find} help={words.findHelp} value={find.words} onChange={find.setWords} />
          {find.isSearching ? (
            <Section title={words.found}>
              <Show of={find.found} empty={words.nobodyFound}>
                {(people) => <People people={people} />}
              </Show>
            </Section>
          ) : (
            <Section title={words.units}>
              <Show of={tree} lines={8} empty={words.noUnits}>
                {(units) => <UnitTree units={units} />}
              </Show>
            </Section>
          )}
        </Stack>
      </Columns>
    </Page>
  )
}

type Found = OutputOf<typeof org.findEmployees>

function People({ people }: { people: Found }) {
  return (
    <Lines label={words.found}>
      {people.map((person) => (
        <li key={person.id}>
          <Person
            name={person.name}
            second={<Where person={person} />}
            {...(person.isMine && { href: `/administration/medarbejder/${person.id}` })}
          />
        </li>
      ))}
    </Lines>
  )
}

function Where({ person: { profession, unitNames, isMine, employedTo } }: { person: Found[number] }) {
  const today = useToday()
  const where = unitNames.length > 0 ? unitNames.join(', ') : isMine ? words.withoutRole : words.worksElsewhere
  return [profession, where, employedTo && words.left(shortDayWords(employedTo, today))].filter(Boolean).join(' · ')
}
