import { Component, type ReactNode } from 'react'
import { Button, Empty, Page } from '#kernel/ui/index.ts'
import { flushDrafts } from '#kernel/web/index.ts'
import { text } from './text.ts'

const again = async () => {
  await flushDrafts()
  location.reload()
}

/** When drawing fails. What was typed is carried to safety at once, before anything is said. */
export class Faulted extends Component<{ children: ReactNode }, { isFaulted: boolean }> {
  override state = { isFaulted: false }

  static getDerivedStateFromError() {
    return { isFaulted: true }
  }

  override componentDidCatch() {
    void flushDrafts()
  }

  override render() {
    return this.state.isFaulted ? <FaultedPage /> : this.props.children
  }
}

export function FaultedPage() {
  return (
    <Page title={text.faultedTitle}>
      <Empty action={<Button onPress={() => void again()}>{text.reload}</Button>}>{text.faultedWords}</Empty>
    </Page>
  )
}
