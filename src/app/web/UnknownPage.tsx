import { Empty, LinkButton, Page } from '#kernel/ui/index.ts'
import { text } from './text.ts'

export function UnknownPage() {
  return (
    <Page title={text.unknownTitle}>
      <Empty action={<LinkButton href="/">{text.home}</LinkButton>}>{text.unknownWords}</Empty>
    </Page>
  )
}
