import { useWrite } from '#kernel/web/index.ts'
import { assessments } from '../contract.ts'

function keep({ name, content }: { name: string; content: string }): void {
  const octets = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([octets], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A form on paper: empty, or as it was filled in. */
export const useBlankPaper = () => useWrite(assessments.paper, { onDone: keep })
export const useFilledPaper = () => useWrite(assessments.paperOf, { onDone: keep })
