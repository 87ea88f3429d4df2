import { Section, TextLink } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** From the administration: an administrator is one of the two. */
export const DeletionLink = () => (
  <Section title={text.deletion}>
    <p>
      <TextLink href="/sletning">{text.deletionSee}</TextLink>
    </p>
  </Section>
)
