import { useEffect, useState } from 'react'
import type { InputOf } from '#kernel/lang/contract.ts'
import { useRead } from '#kernel/web/index.ts'
import { access, type KnownTemp } from '../contract.ts'

const PAUSE_MS = 300

/** Who of that name has been here before, as it is typed. */
export function useKnownTemps(asked: InputOf<typeof access.findTemps>, isAsked: boolean): readonly KnownTemp[] {
  const [settled, settle] = useState(asked)
  const written = JSON.stringify(asked)
  useEffect(() => {
    const timer = setTimeout(() => settle(JSON.parse(written)), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [written])
  const found = useRead(access.findTemps, settled, { enabled: isAsked && settled.name.length > 1, keepFormer: true })
  return isAsked && settled.name.length > 1 ? (found.data ?? []) : []
}
