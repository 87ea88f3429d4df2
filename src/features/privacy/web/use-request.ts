import { useEffect, useState } from 'react'
import { useRead } from '#kernel/web/index.ts'
import { privacy, type Request } from '../contract.ts'

const EVERY_MS = 2_000

const isWorking = ({ state, packages }: Request): boolean =>
  state === 'looking' || packages.some((one) => one.state === 'waiting' || one.state === 'making')

/** A request, asked again every two seconds while the house works on it. */
export function useRequest(id: string) {
  const [isBusy, setBusy] = useState(true)
  const request = useRead(privacy.request, { id }, isBusy ? { everyMs: EVERY_MS } : {})
  const works = request.data ? isWorking(request.data) : false
  useEffect(() => setBusy(works), [works])
  return request
}
