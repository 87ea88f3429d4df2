import { Button, FaultText, Row, Section, Stack } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { capture, type EventDetail } from '../contract.ts'
import { type EventState, eventStates, whyNotMoveOn, whyNotOpenVoting } from '../rules.ts'
import { text } from './text.ts'

type Props = { day: EventDetail; mayArrange: boolean }

/** How far the day has come, what holds it back, and whether people vote. */
export function DayState({ day, mayArrange }: Props) {
  const mover = useWrite(capture.setState)
  const voter = useWrite(capture.setVoting)
  const next = eventStates[eventStates.indexOf(day.state) + 1]
  const move = (state: EventState) => void mover.run({ id: day.id, version: day.version, state })
  const isHeld = next && whyNotMoveOn(day.state, next, { unplaced: day.unplaced, unanswered: 0 })
  const vote = (voting: 'open' | 'closed') => void voter.run({ id: day.id, version: day.version, voting })
  return (
    <>
      <Section title={text.stateTitle}>
        <Stack gap={3}>
          <p>
            {[
              text.stateNow(text.eventStates[day.state]),
              day.unplaced ? text.unplaced(day.unplaced) : day.slips ? text.allPlaced : '',
            ].join(' ')}
          </p>
          {mayArrange && (
            <Row gap={2}>
              {next && (
                <Button isBusy={mover.isBusy} isDisabled={isHeld !== undefined} onPress={() => move(next)}>
                  {text.moveTo[next]}
                </Button>
              )}
              {day.state === 'closed' && (
                <Button kind="plain" onPress={() => move('open')}>
                  {text.reopen}
                </Button>
              )}
            </Row>
          )}
          {mover.problemText && <FaultText>{mover.problemText}</FaultText>}
        </Stack>
      </Section>
      <Section title={text.voting}>
        <Stack gap={3}>
          <p>{text.votingWords[day.voting]}</p>
          {mayArrange && (
            <Row gap={2}>
              {day.voting === 'open' ? (
                <Button isBusy={voter.isBusy} onPress={() => vote('closed')}>
                  {text.closeVoting}
                </Button>
              ) : (
                !whyNotOpenVoting(day) && (
                  <Button isBusy={voter.isBusy} onPress={() => vote('open')}>
                    {text.openVoting}
                  </Button>
                )
              )}
            </Row>
          )}
          {voter.problemText && <FaultText>{voter.problemText}</FaultText>}
        </Stack>
      </Section>
    </>
  )
}
