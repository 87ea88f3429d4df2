import { ThreadButtons } from '#features/thread/web/index.ts'
import {
  Button,
  Columns,
  Lines,
  Lix,
  Notice,
  Page,
  Row,
  Section,
  Show,
  Stack,
  Terms,
  TextLink,
} from '#kernel/ui/index.ts'
import { useLive, useRead, useWrite } from '#kernel/web/index.ts'
import { capture, type NeedDetail } from '../../contract.ts'
import { text } from '../text.ts'
import { History } from './History.tsx'
import { NeedActs } from './NeedActs.tsx'
import { NeedMarks } from './NeedMarks.tsx'
import { Protests } from './Protests.tsx'
import { VoiceChart } from './Voices.tsx'

/** One need: the words, the slips behind it, who voted, and what became of it. */
export function NeedPage({ needId }: { needId: string }) {
  const need = useRead(capture.need, { id: needId })
  useLive('capture', need.data?.placeId, () => need.retry())
  return (
    <Show of={need} lines={8}>
      {(found) => <Need need={found} />}
    </Show>
  )
}

function Need({ need }: { need: NeedDetail }) {
  const isKeeper = need.permitted.includes('sort') && !need.mergedIntoId
  return (
    <Page title={`${need.label} · ${need.title}`} lead={need.text} actions={isKeeper && <NeedActs need={need} />}>
      {need.mergedIntoId && (
        <Notice tone="info">
          <TextLink href={`/behov/${need.mergedIntoId}`}>{text.mergedInto(need.mergedIntoLabel!)}</TextLink>
        </Notice>
      )}
      <NeedMarks need={need} />
      <ThreadButtons kind="capture.need" id={need.id} />
      <Columns right={<Margin need={need} />}>
        <Stack gap={6}>
          <SlipsBehind need={need} isKeeper={isKeeper} />
          <Protests need={need} />
          <History need={need} isKeeper={need.permitted.includes('sort')} />
        </Stack>
      </Columns>
    </Page>
  )
}

const Margin = ({ need }: { need: NeedDetail }) => (
  <Stack gap={5}>
    <Lix of={`${need.title}\n${need.text}`} />
    <VoiceChart voices={need.voices} />
    <Terms
      items={[
        { term: text.owner, value: need.ownerName ?? text.nobody },
        { term: text.reason, value: need.reason },
      ]}
    />
  </Stack>
)

function SlipsBehind({ need, isKeeper }: { need: NeedDetail; isKeeper: boolean }) {
  const { run, isBusy } = useWrite(capture.release)
  const labelOf = new Map(need.merges.map(({ fromId, fromLabel }) => [fromId, fromLabel]))
  return (
    <Section title={text.slipsTitle} note={need.gathered.length}>
      <Lines>
        {need.gathered.map((slip) => {
          const isOwn = slip.originId === need.id
          const about = [
            slip.label,
            text.kinds[slip.kind],
            [slip.authorRole, slip.unitName].filter(Boolean).join(', '),
            slip.eventTitle,
            slip.quoted && text.quoted,
            !isOwn && text.cameWith(labelOf.get(slip.originId) ?? ''),
          ]
          return (
            <li key={slip.id}>
              <Row gap={3} apart>
                <Stack gap={1}>
                  <p>{slip.text ?? text.withdrawnSlip}</p>
                  <small>{about.filter(Boolean).join(' · ')}</small>
                </Stack>
                {isKeeper && isOwn && (
                  <Button
                    kind="plain"
                    isDisabled={isBusy}
                    onPress={() => void run({ id: need.id, version: need.version, slipIds: [slip.id] })}
                  >
                    {text.release}
                  </Button>
                )}
              </Row>
            </li>
          )
        })}
      </Lines>
    </Section>
  )
}
