import { org } from '#features/org/contract.ts'
import { Section, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { words } from './pages-text.ts'

/** For those who look after the whole municipality: the page before has asked for the tree already. */
export function RulesLink() {
  const { data: units = [] } = useRead(org.tree, {})
  const isOverAll = units.some(({ parentId, permitted }) => parentId === null && permitted.includes('change'))
  if (!isOverAll) return null
  return (
    <Section title={words.ways}>
      <p>
        <TextLink href="/administration/log-ind">{words.rulesLink}</TextLink>
      </p>
    </Section>
  )
}
