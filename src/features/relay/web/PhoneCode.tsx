import { QrCode } from '#features/capture/web/index.ts'
import { Disclosure, Row, Stack } from '#kernel/ui/index.ts'
import styles from './PhoneCode.module.css'
import { words } from './phone-text.ts'

/** For the screen of the room and for the invitation: how one asks without an account. */
export function PhoneCode({ code }: { code: string }) {
  const address = `${location.origin}/moede/${code}`
  return (
    <Disclosure title={words.fromPhone}>
      <Row gap={4}>
        <QrCode address={address} size="10rem" />
        <Stack gap={1}>
          <span>{address.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '')}</span>
          <span className={styles.code}>{code}</span>
          <small>{words.fromPhoneHelp}</small>
        </Stack>
      </Row>
    </Disclosure>
  )
}
