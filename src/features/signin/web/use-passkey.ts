import { useState } from 'react'
import { sentenceOf, Told } from '#kernel/web/index.ts'
import { text } from './text.ts'

type Json = Record<string, unknown>

/** Passkeys need https, or this very machine. */
export const canUsePasskeys = (): boolean => typeof PublicKeyCredential !== 'undefined'

/** One ceremony: the server's question, the device's answer, the server's word. */
export function usePasskey<T>(
  ask: () => Promise<Json>,
  act: 'answerQuestion' | 'makeKey',
  tell: (answer: Json) => Promise<T>,
) {
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const run = async (): Promise<T | undefined> => {
    if (!canUsePasskeys()) {
      setFault(text.noPasskeysHere)
      return undefined
    }
    setBusy(true)
    setFault(undefined)
    try {
      const [question, webauthn] = await Promise.all([ask(), import('./webauthn.ts')])
      return await tell(await webauthn[act](question))
    } catch (why) {
      setFault(why instanceof Told ? sentenceOf(why) : text.passkeyStopped)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { run, isBusy, fault }
}
