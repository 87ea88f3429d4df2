import { announce, Button, Row } from '#kernel/ui/index.ts'
import { shownCode } from '../../rules.ts'
import { text } from '../text.ts'
import { useGuest } from './guest.ts'
import styles from './ReceiptCard.module.css'

/** The code in large figures: to be written down, or photographed. */
export function ReceiptCard({ code }: { code: string }) {
  const isWaiting = useGuest()?.slips.find(({ receiptCode }) => receiptCode === code)?.state === 'waiting'
  const copy = async () => {
    await navigator.clipboard.writeText(shownCode(code)).catch(() => undefined)
    announce(text.copied)
  }
  return (
    <section className={styles.card} role="status">
      <p>{text.receiptTitle}</p>
      <p className={styles.code}>{shownCode(code)}</p>
      <p>{isWaiting ? text.receiptWaits : text.receiptWords}</p>
      <Row>
        <Button kind="plain" onPress={() => void copy()}>
          {text.copy}
        </Button>
      </Row>
    </section>
  )
}
