import { Section, Stack, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { tasks } from '../contract.ts'
import { TaskList } from './TaskList.tsx'
import { text } from './text.ts'

const SHOWN = 5

/** What is mine to do, most urgent first; silent when there is nothing. */
export function MyTasks({ unitId }: { unitId?: string | undefined }) {
  const { data = [] } = useRead(tasks.mine, {}, { live: ['tasks', unitId] })
  if (data.length === 0) return null
  return (
    <Section title={text.title} note={data.length}>
      <Stack gap={2}>
        <TaskList rows={data.slice(0, SHOWN)} />
        <TextLink href="/opgaver">{data.length > SHOWN ? text.rest(data.length - SHOWN) : text.seeAll}</TextLink>
      </Stack>
    </Section>
  )
}
