import { useState } from 'react'
import { Button, Row } from '#kernel/ui/index.ts'
import { saveOctets, sentenceOf } from '#kernel/web/index.ts'
import { type OrderWhole, orders } from '../contract.ts'
import { PlaceDialog } from './PlaceDialog.tsx'
import { text } from './text.ts'

/** The letter it was typed from, and who is to do it. */
export function OrderActs({ order }: { order: OrderWhole }) {
  const [isPlacing, place] = useState(false)
  const [problem, setProblem] = useState<string>()
  const mayPlace = order.permitted.includes('place')
  if (!order.fileId && !mayPlace) return null
  const fetch = () => {
    setProblem(undefined)
    saveOctets(orders.letter, { orderId: order.id }).catch((why) => setProblem(sentenceOf(why)))
  }
  return (
    <Row gap={2}>
      {order.fileId && <Button onPress={fetch}>{text.letterGet}</Button>}
      {mayPlace && (
        <Button kind="plain" onPress={() => place(true)}>
          {text.move}
        </Button>
      )}
      {problem && <span role="alert">{problem}</span>}
      {isPlacing && <PlaceDialog title={text.move} order={order} onClose={() => place(false)} />}
    </Row>
  )
}
