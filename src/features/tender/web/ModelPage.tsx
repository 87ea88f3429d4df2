import {
  Button,
  Columns,
  Disclosure,
  Empty,
  Lines,
  Mark,
  Row,
  Section,
  Stack,
  Table,
  Terms,
  type Tone,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type ModelRow, type TenderWhole, type Tested, tender } from '../contract.ts'
import type { Model } from '../model.ts'
import { ModelDialog } from './ModelDialog.tsx'
import { Asking } from './StepActs.tsx'
import { TenderPage } from './TenderPage.tsx'
import { text } from './text.ts'
import { WeightBars } from './WeightBars.tsx'

export const ModelPage = ({ tenderId }: { tenderId: string }) => (
  <TenderPage tenderId={tenderId} side="model">
    {(whole) => (
      <Columns>
        <Models whole={whole} />
      </Columns>
    )}
  </TenderPage>
)

const mayDraft = ({ permitted, state }: TenderWhole) =>
  permitted.includes('prepare') && (state === 'preparing' || state === 'published')

function Models({ whole }: { whole: TenderWhole }) {
  const [latest, ...former] = whole.models
  if (!latest) return <Empty action={mayDraft(whole) && <ModelDialog whole={whole} />}>{text.modelNone}</Empty>
  return (
    <Stack gap={6}>
      <One whole={whole} model={latest} />
      {former.map((model) => (
        <Disclosure key={model.id} title={text.revision(model.revision)}>
          <Shown model={model.content} hash={model.contentHash} />
        </Disclosure>
      ))}
    </Stack>
  )
}

type ModelState = keyof typeof text.modelStates
function stateOf({ testedAt, lockedAt, publishedAt }: ModelRow): ModelState {
  if (publishedAt) return 'published'
  return lockedAt ? 'locked' : testedAt ? 'tested' : 'draft'
}
const tones: Record<ModelState, Tone> = { published: 'ok', locked: 'violet', tested: 'info', draft: 'neutral' }

const One = ({ whole, model }: { whole: TenderWhole; model: ModelRow }) => (
  <Section
    title={text.revision(model.revision)}
    note={<Mark tone={tones[stateOf(model)]}>{text.modelStates[stateOf(model)]}</Mark>}
    actions={<Acts whole={whole} model={model} />}
  >
    <Stack gap={6}>
      <Shown model={model.content} hash={model.contentHash} />
      {model.test && <Test test={model.test} />}
    </Stack>
  </Section>
)

function Acts({ whole, model }: { whole: TenderWhole; model: ModelRow }) {
  const testing = useWrite(tender.testModel)
  const locking = useWrite(tender.lockModel)
  const target = { id: model.id, version: model.version }
  if (!mayDraft(whole)) return null
  if (model.lockedAt) return <ModelDialog whole={whole} from={model.content} />
  return (
    <Row gap={2}>
      <ModelDialog whole={whole} changes={model} />
      <Button isBusy={testing.isBusy} onPress={() => void testing.run(target)}>
        {text.test}
      </Button>
      {model.testedAt && whole.permitted.includes('buy') && (
        <Asking verb={text.lock} ask={text.lockAsk} sender={locking} onDo={() => void locking.run(target)} />
      )}
    </Row>
  )
}

function Shown({ model, hash }: { model: Model; hash: string }) {
  const { priceFormula, scale, consensus, priceLines, meanings, trial } = model
  return (
    <Stack gap={5}>
      <WeightBars model={model} />
      <Terms
        items={[
          {
            term: text.price,
            value: priceFormula.kind === 'linear' ? text.linear(priceFormula.spreadPercent) : text.relative,
          },
          { term: text.scale, value: scale },
          { term: text.others, value: text.rules[consensus.rule] },
          { term: text.trial, value: trial?.text },
        ]}
      />
      <Table
        caption={text.priceLines}
        rows={priceLines}
        rowKey={({ key }) => key}
        columns={[
          { head: text.priceLines, cell: ({ name }) => name },
          { head: text.times, cell: ({ times }) => times, isNumber: true },
        ]}
      />
      {meanings.length > 0 && (
        <Lines label={text.points}>
          {meanings.map((meaning) => (
            <li key={meaning.points}>
              {meaning.points} · {meaning.text}
            </li>
          ))}
        </Lines>
      )}
      <Disclosure title={text.hash}>
        <code style={{ overflowWrap: 'anywhere' }}>{hash}</code>
      </Disclosure>
    </Stack>
  )
}

/** What the model did to bids that nobody made: before it is too late to change it. */
const Test = ({ test }: { test: Tested }) => (
  <Section title={text.tests}>
    <Stack gap={3}>
      <p>{text.testWinner(test.winner)}</p>
      <Table
        caption={text.tests}
        rows={test.ranking}
        rowKey={(name) => name}
        columns={[
          { head: text.bids, cell: (name) => name },
          { head: text.totals, cell: (name) => test.totals[name]!.replace('.', ','), isNumber: true },
        ]}
      />
      <Lines label={text.hangs}>
        {Object.keys(text.testFlip).map((along) => (
          <Dial key={along} along={along as keyof typeof text.testFlip} test={test} />
        ))}
        <li>{test.turnsOnLoser ? text.turnsOnLoser : text.holdsOnLoser}</li>
      </Lines>
    </Stack>
  </Section>
)

/** One thing that could be set otherwise, and who wins where: `C til 28 %, D fra 28 %`. */
function Dial({ along, test }: { along: keyof typeof text.testFlip; test: Tested }) {
  const flips = test.flips.filter((flip) => flip.along === along)
  const [first] = flips
  if (!first) return null
  const wins = [text.winsTo(first.from, first.at), ...flips.map(({ at, to }) => text.winsFrom(to, at))]
  return (
    <li>
      <Stack gap={1}>
        <strong>{text.testFlip[along]}</strong>
        <span>{wins.join(', ')}.</span>
      </Stack>
    </li>
  )
}
