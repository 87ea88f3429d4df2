import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { language } from '#kernel/lang/text.ts'
import {
  announce,
  Button,
  Checkbox,
  Knot,
  momentWords,
  Notice,
  Progress,
  RadioRow,
  Section,
  Stack,
  Thread,
  useNow,
} from '#kernel/ui/index.ts'
import { saveOctets, sentenceOf, useWrite } from '#kernel/web/index.ts'
import { type Package, privacy, type Request } from '../contract.ts'
import { DAYS_A_PACKAGE_IS_KEPT } from '../rules.ts'
import { text } from './text.ts'
import { WhereChoice, whereLeftOut } from './WhereChoice.tsx'

export function Packages({ request }: { request: Request }) {
  return (
    <Section title={text.package}>
      <Stack gap={4}>
        <p>{text.packageLead}</p>
        {request.state === 'review' && <MakeForm request={request} />}
        {request.packages.length > 0 && (
          <Thread label={text.package}>
            {request.packages.map((one) => (
              <One key={one.id} made={one} />
            ))}
          </Thread>
        )}
      </Stack>
    </Section>
  )
}

function MakeForm({ request }: { request: Request }) {
  const [withNames, setWithNames] = useState(false)
  const [where, setWhere] = useState(whereLeftOut)
  const [spoken, setSpoken] = useState<'da' | 'en'>(language())
  const sender = useWrite(privacy.make)
  const isBusy = sender.isBusy || request.packages.some(({ state }) => state === 'waiting' || state === 'making')
  const make = () => {
    const tellWhere = request.isProtected && where.goesAlong ? where.why : null
    return sender.run({ id: newId(), requestId: request.id, language: spoken, withNames, tellWhere })
  }
  return (
    <Stack gap={4}>
      {request.isProtected && (
        <WhereChoice
          requester={request.requester}
          value={where}
          onChange={setWhere}
          fault={sender.faultOf('tellWhere')}
        />
      )}
      <Checkbox label={text.withNames} help={text.withNamesHelp} value={withNames} onChange={setWithNames} />
      <RadioRow
        label={text.language}
        choices={(['da', 'en'] as const).map((id) => ({ id, label: text.languages[id] }))}
        value={spoken}
        onChange={setSpoken}
      />
      <div>
        <Button
          kind="primary"
          isBusy={isBusy}
          onPress={() => void make().then((made) => made !== undefined && setWhere(whereLeftOut))}
        >
          {text.make}
        </Button>
      </div>
      {sender.problemText && <Notice tone="attention">{sender.problemText}</Notice>}
    </Stack>
  )
}

const sizeWords = (bytes: number): string => {
  const digits = { maximumFractionDigits: 1 }
  const locale = language() === 'da' ? 'da-DK' : 'en-GB'
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toLocaleString(locale, digits)} MB`
}

function One({ made }: { made: Package }) {
  if (made.state === 'waiting') return <Knot kind="open" word={text.waiting} />
  if (made.state === 'making') return <InTheMaking made={made} />
  if (made.state === 'failed')
    return (
      <Knot kind="ordinary">
        <Notice tone="attention">{text.failed}</Notice>
      </Knot>
    )
  return <Whole made={made} />
}

const InTheMaking = ({ made: { doneRows, totalRows } }: { made: Package }) => (
  <Knot kind="open" word={text.making}>
    {totalRows !== null && <Progress label={text.making} done={doneRows} of={totalRows} />}
  </Knot>
)

function Whole({ made }: { made: Package }) {
  const now = useNow()
  const [problem, setProblem] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const isHere = made.state === 'made'
  const fetchIt = async () => {
    setBusy(true)
    setProblem(undefined)
    await saveOctets(privacy.package, { id: made.id }).then(() => announce(text.fetched), setProblem)
    setBusy(false)
  }
  const facts = [
    text.maskedCount(made.masked ?? 0),
    made.withNames && text.named,
    made.tellWhere !== null && text.whereAlong,
    text.languages[made.language],
    made.askedByName,
  ]
  return (
    <Knot
      kind={isHere ? 'important' : 'past'}
      word={text.made(momentWords(made.madeAt!, now), sizeWords(made.sizeBytes ?? 0))}
      label={facts.filter(Boolean).join(' · ')}
      actions={
        isHere && (
          <Button isBusy={isBusy} onPress={() => void fetchIt()}>
            {text.fetch}
          </Button>
        )
      }
    >
      <small>{isHere ? text.kept(DAYS_A_PACKAGE_IS_KEPT) : text.forgotten}</small>
      {problem !== undefined && <Notice tone="attention">{sentenceOf(problem)}</Notice>}
    </Knot>
  )
}
