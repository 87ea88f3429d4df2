import { useEffect, useRef } from 'react'
import { Button, Foot, Progress, Row, Stack } from '#kernel/ui/index.ts'
import { useAddressWord } from '#kernel/web/index.ts'
import { QuestionCard } from './QuestionCard.tsx'
import { text } from './text.ts'
import { type Item, isOpenItem, type UnitView } from './unit-view.ts'

const firstOpen = (items: readonly Item[]): Item | undefined => items.find(isOpenItem) ?? items[0]

/** The address names the question, so that back, reload and a colleague's link find it. */
function useCurrent(items: readonly Item[]) {
  const [key, setKey] = useAddressWord('nr', '')
  const first = useRef(firstOpen(items)?.question.key)
  const wanted = key || first.current
  const at = Math.max(
    0,
    items.findIndex(({ question }) => question.key === wanted),
  )
  return { at, item: items[at], go: (to: number) => items[to] && setKey(items[to].question.key) }
}

export function OneQuestion({ view }: { view: UnitView }) {
  const { items } = view
  const { at, item, go } = useCurrent(items)
  const open = items.filter(isOpenItem).length
  /** Free words are welcome, and never owed. */
  const due = items.filter(({ question }) => question.kind !== 'text').length
  const heading = useRef<HTMLDivElement>(null)
  const key = item?.question.key
  const shown = useRef(key)
  useEffect(() => {
    if (shown.current === key) return
    shown.current = key
    heading.current?.focus()
  }, [key])
  if (!item) return null
  return (
    <Stack gap={4}>
      <Progress label={open ? text.questions.left(open) : text.questions.noneLeft} done={due - open} of={due} />
      <div ref={heading} tabIndex={-1}>
        <QuestionCard key={item.question.key} item={item} view={view} />
      </div>
      <Foot>
        <Row gap={2} apart>
          <Button isDisabled={at === 0} onPress={() => go(at - 1)}>
            {text.questions.previous}
          </Button>
          <span>{text.questions.step(at + 1, items.length)}</span>
          <Button kind="primary" isDisabled={at === items.length - 1} onPress={() => go(at + 1)}>
            {text.questions.next}
          </Button>
        </Row>
      </Foot>
    </Stack>
  )
}
