import { Button, Disclosure, Lines, Row, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { coordination, type Purpose, type Work } from '../contract.ts'
import { text } from './text.ts'

/** One's own latest hours; what was written by mistake is taken out. */
export function MyHours({ purposes }: { purposes: readonly Purpose[] }) {
  const mine = useRead(coordination.myWork, {})
  const nameOf = new Map(purposes.map(({ id, name }) => [id, name]))
  if (!mine.data?.length) return null
  return (
    <Disclosure title={text.mine}>
      <Lines label={text.mine}>
        {mine.data.map((work) => (
          <li key={work.id}>
            <WorkLine work={work} purpose={nameOf.get(work.purposeId) ?? ''} />
          </li>
        ))}
      </Lines>
    </Disclosure>
  )
}

function WorkLine({ work, purpose }: { work: Work; purpose: string }) {
  const today = useToday()
  const change = useWrite(coordination.changeWork)
  const { id, version, workedOn, minutes, note } = work
  const takeOut = () => void change.run({ id, version, workedOn, minutes: 0, note })
  return (
    <Row gap={3} apart>
      <span>
        {[shortDayWords(workedOn, today), purpose, text.hourWords(minutes), note].filter(Boolean).join(' · ')}
      </span>
      <Button kind="plain" isBusy={change.isBusy} onPress={takeOut}>
        {text.takeOut}
      </Button>
    </Row>
  )
}
