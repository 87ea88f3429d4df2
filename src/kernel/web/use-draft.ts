import { useEffect, useMemo } from 'react'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Saving } from '#kernel/ui/index.ts'
import type { CallOptions } from './call.ts'
import { Cell, useCell } from './cell.ts'
import { DraftSaver } from './keep/draft-saver.ts'
import { dropDraft, keepDraft, keptDraft, markOnServer } from './keep/drafts.ts'
import { onBackOnline } from './network.ts'
import { text } from './text.ts'

type SaveOnServer<T> = (
  content: T,
  revision: number,
  options: Pick<CallOptions, 'keepalive' | 'retries'>,
) => Promise<Instant>
type DraftOptions<T> = {
  id: Id
  /** What the server has, or an empty content with revision 0. */
  initial: { content: T; revision: number }
  /** Saves on the server. Pass the options on to `call`. @returns when it was saved, as the server says */
  save: SaveOnServer<T>
}

/** `saving` is for `SaveState`, undefined before anything is typed; `isReady` once the device was asked for newer words. */
type Shown<T> = { readonly content: T; readonly saving: Saving | undefined; readonly isReady: boolean }

const open = new Set<DraftDesk<unknown>>()

/** Every draft on the page, now: before sign-out, a change of language, or the end of the page. */
export const flushDrafts = (leaving = false): Promise<unknown> =>
  Promise.allSettled([...open].map((desk) => desk.flush(leaving)))

if (typeof window !== 'undefined') {
  addEventListener('pagehide', () => void flushDrafts(true))
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void flushDrafts(true))
  onBackOnline(() => void flushDrafts())
}

/** One draft being written: what stands in the field, and the saver that carries it on. */
class DraftDesk<T> {
  readonly shown: Cell<Shown<T>>
  save: SaveOnServer<T>
  #saver: DraftSaver<T> | undefined
  #typedEarly = false
  readonly #id: Id
  readonly #initial: DraftOptions<T>['initial']

  constructor({ id, initial, save }: DraftOptions<T>) {
    this.#id = id
    this.#initial = initial
    this.save = save
    this.shown = new Cell<Shown<T>>({ content: initial.content, saving: undefined, isReady: false })
  }

  /** The device may hold newer words than the server, after a crash or without network; they win. */
  async begin(): Promise<void> {
    const initial = this.#initial
    open.add(this as DraftDesk<unknown>)
    const kept = await keptDraft<T>(this.#id)
    const newer = kept && kept.revision > initial.revision ? kept : undefined
    const early = this.#typedEarly && !newer ? this.shown.get().content : undefined
    this.#start(newer?.content ?? initial.content, newer?.revision ?? initial.revision, newer?.savedOnServerAt !== null)
    this.#show({
      isReady: true,
      ...(newer && { content: newer.content, saving: { kind: 'onDevice', at: newer.savedOnDeviceAt } }),
    })
    if (early !== undefined) this.change(early)
  }

  #show(part: Partial<Shown<T>>): void {
    this.shown.set({ ...this.shown.get(), ...part })
  }

  #start(content: T, revision: number, isSaved: boolean): void {
    const id = this.#id
    const save = async (typed: T, at: number, keepalive: boolean) => {
      const saved = await this.save(typed, at, { keepalive, retries: 0 })
      await markOnServer(id, at, saved).catch(() => undefined)
      return saved
    }
    const keep = (typed: T, at: number) => keepDraft({ id, content: typed, revision: at })
    const show = (saving: Saving) => this.#show({ saving })
    this.#saver = new DraftSaver(content, revision, { keep, save, show, nowhere: () => text.offlineNotKept }, isSaved)
  }

  change = (to: T | ((before: T) => T)): void => {
    const content = typeof to === 'function' ? (to as (before: T) => T)(this.shown.get().content) : to
    this.#show({ content })
    if (this.#saver) this.#saver.change(content)
    else this.#typedEarly = true
  }

  flush = async (leaving = false): Promise<void> => this.#saver?.flush(leaving)

  /** While its finished form is being sent: nothing is saved behind it. */
  hold = async (): Promise<void> => this.#saver?.stop()

  /** The sending was refused: it goes on being kept. */
  resume = (): void => {
    const revision = this.#saver?.revision ?? 0
    this.#start(this.shown.get().content, revision, false)
  }

  /** It was sent, queued or thrown away: nothing of it stays on the device. */
  drop = async (): Promise<void> => {
    await this.hold()
    await dropDraft(this.#id)
    this.#show({ saving: undefined })
  }

  async leave(): Promise<void> {
    await this.flush()
    open.delete(this as DraftDesk<unknown>)
  }
}

export type Drafting<T> = Shown<T> & Pick<DraftDesk<T>, 'change' | 'flush' | 'hold' | 'resume' | 'drop'>

/** Keeps what is typed on the device at once and on the server within two seconds. It knows nothing of what it keeps. */
export function useDraft<T>(options: DraftOptions<T>): Drafting<T> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server has matters only when a draft is taken up
  const desk = useMemo(() => new DraftDesk(options), [options.id])
  useEffect(() => {
    desk.save = options.save
  })
  useEffect(() => {
    void desk.begin()
    return () => void desk.leave()
  }, [desk])
  const { change, flush, hold, resume, drop } = desk
  return { ...useCell(desk.shown), change, flush, hold, resume, drop }
}
