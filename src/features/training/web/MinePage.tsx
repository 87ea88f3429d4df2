import { Columns, Lines, Mark, Page, Section, Show, Stack, useNow } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type MyPlace, training } from '../contract.ts'
import { MyPlaceCard } from './MyPlaceCard.tsx'
import { text } from './text.ts'
import { Updates } from './Updates.tsx'
import { useWhen } from './when.ts'

/** The next course first, with what it covers; then what comes after, and what has been. */
export function MinePage() {
  const places = useRead(training.mine, {})
  return (
    <Page title={text.mine} lead={text.mineLead}>
      <Columns>
        <Stack gap={5}>
          <Updates />
          <Show of={places} empty={text.mineNone}>
            {(known) => <Places places={known} />}
          </Show>
        </Stack>
      </Columns>
    </Page>
  )
}

function Places({ places }: { places: readonly MyPlace[] }) {
  const now = useNow().getTime()
  const coming = places.filter(
    ({ endsAt, state }) => Date.parse(endsAt) >= now && state !== 'attended' && state !== 'absent',
  )
  const been = places.filter((place) => !coming.includes(place))
  const [next, ...later] = coming
  return (
    <Stack gap={5}>
      {next && <MyPlaceCard place={next} title={text.next} />}
      {later.length > 0 && (
        <Section title={text.later}>
          <Stack gap={4}>
            {later.map((place) => (
              <MyPlaceCard key={place.id} place={place} title={place.courseTitle} />
            ))}
          </Stack>
        </Section>
      )}
      {been.length > 0 && <Been places={been} />}
    </Stack>
  )
}

function Been({ places }: { places: readonly MyPlace[] }) {
  const when = useWhen()
  return (
    <Section title={text.been}>
      <Lines>
        {places.map((place) => (
          <li key={place.id}>
            <Stack gap={1}>
              <strong>{place.courseTitle}</strong>
              <span>
                {when(place)}{' '}
                <Mark tone={place.state === 'attended' ? 'ok' : 'violet'}>{text.states[place.state]}</Mark>
              </span>
              {place.exercises > 0 && <span>{text.exercises(place.passed, place.exercises)}</span>}
              {place.next && (
                <span>
                  {text.nextOffer(
                    when({ startsAt: place.next.startsAt, endsAt: place.next.startsAt }),
                    place.next.free,
                  )}
                </span>
              )}
            </Stack>
          </li>
        ))}
      </Lines>
    </Section>
  )
}
