import type { GivenTo, Read } from '#kernel/lang/contract.ts'
import { octetsOf } from './call.ts'

const nameIn = (disposition: string): string => {
  const coded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1]
  return coded ? decodeURIComponent(coded) : 'fil'
}

/** Fetches a file and lets the browser keep it where downloads go. It is never opened in our own name. */
export async function saveOctets<E extends Read>(endpoint: E, input: GivenTo<E>, signal?: AbortSignal): Promise<void> {
  const answer = await octetsOf(endpoint, input, signal)
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = nameIn(answer.headers.get('content-disposition') ?? '')
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
