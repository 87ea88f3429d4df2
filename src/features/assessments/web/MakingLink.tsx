import { Row, Section, TextLink } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** To where the place's own forms are made. */
export const MakingLink = () => (
  <Section title={text.title}>
    <Row>
      <TextLink href="/skemaer">{text.making}</TextLink>
    </Row>
  </Section>
)
