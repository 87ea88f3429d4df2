import { Columns, Lines, LinkButton, Page, Progress, Show, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { requirements } from '../contract.ts'
import { text } from './text.ts'
import { useDayWords } from './use-day-words.ts'

/** The open hearings of one's units. */
export function MyHearingsPage() {
  return (
    <Page title={text.myHearings}>
      <Columns>
        <MyHearings />
      </Columns>
    </Page>
  )
}

export function MyHearings() {
  const mine = useRead(requirements.myHearings, {})
  const dayWords = useDayWords()
  return (
    <Show of={mine} empty={text.noMyHearings}>
      {(known) => (
        <Lines label={text.myHearings}>
          {known.map(({ id, unitId, unitName, specTitle, closesOn, asked, answered }) => (
            <li key={`${id} ${unitId}`}>
              <Stack gap={2}>
                <p>
                  <strong>{unitName}</strong> · {specTitle}
                </p>
                <p>
                  {text.minutes} {text.lastDay(dayWords(closesOn))}
                </p>
                <Progress label={text.answered} done={answered} of={asked} />
                <div>
                  <LinkButton href={`/hoering/${id}/${unitId}`} kind={answered === asked ? 'quiet' : 'primary'}>
                    {answered === 0 ? text.beginHearing : answered === asked ? text.seeAnswers : text.continueHearing}
                  </LinkButton>
                </div>
              </Stack>
            </li>
          ))}
        </Lines>
      )}
    </Show>
  )
}
