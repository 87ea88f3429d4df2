import { announce, Button, Row, Section, Stack } from '#kernel/ui/index.ts'
import styles from './AddFactor.module.css'
import { text } from './text.ts'

/** Shown once; going on takes a press. */
export function PaperCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    announce(text.codesCopied)
  }
  return (
    <Section title={text.codesTitle}>
      <Stack gap={4}>
        <p>{text.codesWords}</p>
        <ul className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Row gap={2}>
          <Button kind="primary" onPress={onKept}>
            {text.codesKept}
          </Button>
          {'clipboard' in navigator && <Button onPress={() => void copy()}>{text.codesCopy}</Button>}
        </Row>
      </Stack>
    </Section>
  )
}
