import type { Content, Edited, Sentence } from './contract.ts'

/** One sentence of which the worker and the report say different things; undefined: it does not stand there. */
export type Difference = {
  id: string
  /** The section it is of. */
  at: number
  title: string
  mine: Sentence | undefined
  saved: Sentence | undefined
  /** Stood there when I began: missing now, it was taken out. */
  wasThere: boolean
  /** What one changed and the other left is taken as changed; undefined: both changed it, and somebody has to choose. */
  taken: 'mine' | 'saved' | undefined
}
export type Chosen = Readonly<Record<string, 'mine' | 'saved'>>
export const RECOMMENDS = 'recommends'

/** What a sentence says and rests on, whatever order its parts came in; who put it together does not tell two apart. */
const wordsOf = (one: Sentence | undefined): string | undefined =>
  one && JSON.stringify([one.text, one.stance, one.sources.map(({ kind, id, version }) => [kind, id, version])])

/** Whose stands when nobody is asked, held against what both began from. */
const takenOf = <T>(base: T, mine: T, saved: T): Difference['taken'] => {
  if (base === saved) return 'mine'
  return base === mine ? 'saved' : undefined
}

const sectionsOf = ({ sections }: Content, at: number) => sections[at]?.sentences ?? []
const find = (content: Content, at: number, id: string) => sectionsOf(content, at).find((one) => one.id === id)

/** Every sentence on which what I have typed and what stands in the report differ, in the order of the report. */
export function differences({ base, content: mine }: Pick<Edited, 'base' | 'content'>, saved: Content): Difference[] {
  const longest = mine.sections.length > saved.sections.length ? mine : saved
  return longest.sections.flatMap(({ title }, at) => {
    const ids = new Set([...sectionsOf(saved, at), ...sectionsOf(mine, at)].map(({ id }) => id))
    return [...ids].flatMap((id) => {
      const [was, ours, theirs] = [find(base, at, id), find(mine, at, id), find(saved, at, id)]
      const [before, typed, stands] = [was, ours, theirs].map(wordsOf)
      return typed === stands
        ? []
        : [
            {
              id,
              at,
              title,
              mine: ours,
              saved: theirs,
              wasThere: was !== undefined,
              taken: takenOf(before, typed, stands),
            },
          ]
    })
  })
}

/** What is recommended, when the two differ. */
export function recommendsDiffer({ base, content: mine }: Pick<Edited, 'base' | 'content'>, saved: Content) {
  if (mine.recommends === saved.recommends) return undefined
  return {
    mine: mine.recommends,
    saved: saved.recommends,
    taken: takenOf(base.recommends, mine.recommends, saved.recommends),
  }
}

/** The report as it stands, with my sentences where I was chosen; a new one of mine comes last in its section. */
export function merged(edited: Pick<Edited, 'base' | 'content'>, saved: Content, chosen: Chosen): Content {
  const mine = differences(edited, saved).filter(({ id, taken }) => (chosen[id] ?? taken) === 'mine')
  const sections = saved.sections.map((section, at) => {
    const here = new Map(mine.filter((one) => one.at === at).map((one) => [one.id, one.mine]))
    const kept = section.sentences.flatMap((one) => (here.has(one.id) ? (here.get(one.id) ?? []) : one))
    const isNew = ({ id }: Sentence) => !section.sentences.some((one) => one.id === id)
    return { ...section, sentences: [...kept, ...[...here.values()].filter((one) => one !== undefined).filter(isNew)] }
  })
  const recommends = recommendsDiffer(edited, saved)
  const isMine = recommends !== undefined && (chosen[RECOMMENDS] ?? recommends.taken) === 'mine'
  return { sections, recommends: isMine ? edited.content.recommends : saved.recommends }
}
