import { useCallback, useRef, useState } from 'react'
import type { GivenTo, Write } from '#kernel/lang/contract.ts'
import { type Dispatched, dispatch } from './keep/outbox.ts'
import { isPassing, isSignedOut } from './told.ts'
import { KeyOfInput, told } from './use-write.ts'

type DispatchOptions<E extends Write> = {
  /** What the outbox calls it, should it have to wait: *Notat om Jens B.* */
  label: (input: GivenTo<E>) => string
  touches?: readonly string[]
  onDone?: (done: Dispatched<E>, input: GivenTo<E>) => void
}

/** As `useWrite`, for what must not be lost without network: it is then queued on the device and sent once, in order. */
export function useDispatch<E extends Write>(endpoint: E, options: DispatchOptions<E>) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const keys = useRef(new KeyOfInput())
  const latest = useRef(options)
  latest.current = options
  const run = useCallback(
    async (input: GivenTo<E>): Promise<Dispatched<E> | undefined> => {
      const { label, touches = [], onDone } = latest.current
      setBusy(true)
      setProblem(undefined)
      try {
        const done = await dispatch(endpoint, input, { key: keys.current.of(input), label: label(input), touches })
        keys.current.forget()
        onDone?.(done, input)
        return done
      } catch (why) {
        if (!isPassing(why) && !isSignedOut(why)) keys.current.forget()
        setProblem(why)
        return undefined
      } finally {
        setBusy(false)
      }
    },
    [endpoint],
  )
  return { run, isBusy, ...told(problem), reset: useCallback(() => setProblem(undefined), []) }
}
