import { Button, Lines, Row, Section, Stack, timeWords } from '#kernel/ui/index.ts'
import { shownCode } from '../../rules.ts'
import { text } from '../text.ts'
import { type KeptSlip, throwAway } from './guest.ts'

/** Receipts of this phone, and what still waits for coverage. */
export function MySlips({ slips }: { slips: readonly KeptSlip[] }) {
  if (slips.length === 0) return null
  return (
    <Section title={text.mySlips} note={slips.length}>
      <Lines>
        {slips.map((slip) => (
          <li key={slip.id}>
            <Stack gap={1}>
              <Row apart>
                <strong>{shownCode(slip.receiptCode)}</strong>
                <span>{stateWords(slip)}</span>
              </Row>
              {slip.state === 'refused' && <Refused slip={slip} />}
            </Stack>
          </li>
        ))}
      </Lines>
    </Section>
  )
}

const stateWords = ({ state, writtenAt }: KeptSlip): string =>
  state === 'refused' ? text.slipRefused : (state === 'sent' ? text.slipSent : text.slipWaits)(timeWords(writtenAt))

/** What the server said no to stays, with why, until its author has seen it. */
const Refused = ({ slip }: { slip: KeptSlip }) => (
  <>
    <p>{slip.slip?.text}</p>
    <p>{slip.why}</p>
    <Row>
      <Button onPress={() => throwAway(slip.id)}>{text.throwAway}</Button>
    </Row>
  </>
)
