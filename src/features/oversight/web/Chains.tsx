import { Mark, MomentText, Section, Show, Stack, Table } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { oversight } from '../contract.ts'
import type { Period } from './period.ts'
import { text } from './text.ts'

const LATE_SECONDS = 120

/** Whether the log is being sealed, and how long each chain is. */
export function Chains({ period }: { period: Period }) {
  const account = useRead(oversight.account, period, { keepFormer: true })
  return (
    <Show of={account} lines={8} isEmpty={() => false}>
      {({ unsealedSeconds, chains }) => (
        <Stack gap={4}>
          <Sealed seconds={unsealedSeconds} />
          <p>{text.provedElsewhere}</p>
          {chains.length > 0 && (
            <Section title={text.chains} note={chains.length}>
              <Table
                caption={text.chains}
                rows={chains}
                rowKey={({ unitName }) => unitName ?? ''}
                columns={[
                  { head: text.where, cell: ({ unitName }) => unitName ?? text.noUnitChain },
                  { head: text.links, cell: ({ links }) => links.toLocaleString('da'), isNumber: true },
                  { head: text.sealedAt, cell: ({ sealedAt }) => <MomentText at={sealedAt} /> },
                ]}
              />
            </Section>
          )}
        </Stack>
      )}
    </Show>
  )
}

function Sealed({ seconds }: { seconds: number | null }) {
  if (seconds === null) return <Mark tone="attention">{text.neverSealed}</Mark>
  if (seconds > LATE_SECONDS) return <Mark tone="attention">{text.sealingLate(Math.round(seconds / 60))}</Mark>
  return <Mark tone="ok">{text.sealed(seconds)}</Mark>
}
