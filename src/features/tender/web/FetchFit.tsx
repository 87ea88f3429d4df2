import { newId } from '#kernel/lang/id.ts'
import { Button, FaultText } from '#kernel/ui/index.ts'
import { call } from '#kernel/web/index.ts'
import { type TenderWhole, tender } from '../contract.ts'
import { useMaking } from './Material.tsx'
import { text } from './text.ts'

/** Fit and gap of every bid as a workbook, for those who may see bids. */
export function FetchFit({ whole }: { whole: TenderWhole }) {
  const { busy, problemText, fetching } = useMaking()
  if (!whole.bids) return null
  const making = { tenderId: whole.id, what: 'fit', bidId: null, format: 'xlsx' } as const
  return (
    <>
      <Button
        isBusy={busy === 'xlsx'}
        onPress={() => void fetching('xlsx', () => call(tender.makeRecord, { ...making, id: newId() }))}
      >
        {text.fetchFit}
      </Button>
      {problemText && <FaultText>{problemText}</FaultText>}
    </>
  )
}
