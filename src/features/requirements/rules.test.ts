import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContentLine } from './content.ts'
import {
  coverageOf,
  isLaterLabel,
  kindOfNo,
  linesPasted,
  nextCode,
  nextLabel,
  nextNo,
  renumbered,
  whyNotChange,
  whyNotDrop,
  whyNotMake,
  whyNotNo,
  whyNotPublish,
  whyTooManyMinimum,
} from './rules.ts'
import { writingChecks } from './writing-checks.ts'

const line = (no: string, text = 'Se hvad der er sket'): ContentLine => ({ id: no, no, kind: kindOfNo(no), text })
const task = {
  section: 'C' as const,
  title: 'Modtag og giv overlevering ved vagtskifte',
  startsWhen: 'En vagt begynder',
  endsWhen: 'Den nye vagt ved, hvad der kræver handling',
  users: 'pædagog',
  offerGroups: ['residential' as const],
  lines: [line('1'), line('2')],
}
const codes = (more: Partial<typeof task>) => writingChecks({ ...task, ...more }).map(({ code }) => code)

describe('what the writing of a requirement lacks', () => {
  test('a whole task lacks nothing', () => {
    expect(codes({})).toEqual([])
  })

  test('a task needs start, end, users and two steps; variants and problems are no steps', () => {
    expect(
      codes({ startsWhen: ' ', endsWhen: '', users: '', lines: [line('1'), line('1a'), line('p1', 'ingen ved det')] }),
    ).toEqual(['no-start', 'no-end', 'no-users', 'few-steps'])
  })

  test('other sections are no tasks, and need only to say whom they are for', () => {
    const data = { ...task, section: 'D' as const, startsWhen: '', endsWhen: '', users: '', lines: [], offerGroups: [] }
    expect(writingChecks(data).map(({ code }) => code)).toEqual(['no-groups'])
  })

  test.each([
    ['beskeder ligger i kalender, bog og mail, og ingen ved om natholdet har læst dem', false],
    ['vi skal taste det samme to steder', false],
    ['Systemet viser det ikke automatisk', true],
    ['det skal kunne ses af alle', true],
    ['vi vil gerne have én samlet liste', true],
    ['Der ønskes en samlet oversigt', true],
  ])('a problem tells of today: »%s« reads as a wish: %s', (text, isWish) => {
    expect(codes({ lines: [...task.lines, line('p1', text)] })).toEqual(isWish ? ['wish-not-problem'] : [])
  })

  test.each([
    ['Tryk på knappen for at gemme', 'knappen'],
    ['Åbn menuen', 'menuen'],
    ['Udfyld fritekstfeltet', 'fritekstfeltet'],
  ])('»%s« draws a screen', (text, word) => {
    expect(writingChecks({ ...task, lines: [...task.lines, line('3', text)] })).toEqual([
      { code: 'screen-word', weight: 'look', lineId: '3', word },
    ])
  })

  test.each(['Tag krydsfeltet mellem rus og bolig op', 'Knap halvdelen når det', 'Gå i felten'])(
    '»%s« does not',
    (text) => {
      expect(
        codes({ lines: [...task.lines, line('3', text)] }).filter((code) =>
          text.startsWith('Knap') ? false : code === 'screen-word',
        ),
      ).toEqual([])
    },
  )

  test('a problem may quote today’s screens, and the example solution may draw as it likes', () => {
    expect(codes({ lines: [...task.lines, line('p1', 'menuen har 64 emneord, hvoraf 40 aldrig bruges')] })).toEqual([])
  })

  test('og/eller may hide two demands, and skal kunne stands for a function where there is no task', () => {
    expect(codes({ lines: [...task.lines, line('3', 'Ring og/eller skriv')] })).toEqual(['and-or'])
    expect(codes({ lines: [...task.lines, line('3', 'Brugeren skal kunne søge')] })).toEqual([])
    expect(codes({ startsWhen: '', lines: [...task.lines, line('3', 'Brugeren skal kunne søge')] })).toEqual([
      'no-start',
      'should-be-able',
    ])
  })

  test('whatever is typed, the checks have an answer', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, text) =>
        Array.isArray(writingChecks({ ...task, title, lines: [line('1', text)] })),
      ),
    )
  })
})

describe('numbers of rows', () => {
  test('the next free one of each kind', () => {
    const lines = [line('1'), line('2'), line('2a'), line('p1')]
    expect(nextNo(lines, 'step')).toBe('3')
    expect(nextNo(lines, 'problem')).toBe('p2')
    expect(nextNo(lines, 'variant')).toBe('2b')
    expect(nextNo(lines, 'variant', '1')).toBe('1a')
    expect(nextNo([], 'variant')).toBe('1a')
  })

  test('one number, one row; and of the right kind', () => {
    expect(whyNotNo([line('1')], '1', 'step')?.code).toBe('requirements.no-taken')
    expect(whyNotNo([line('1')], '2a', 'step')?.code).toBe('requirements.no-of-other-kind')
    expect(whyNotNo([line('1')], '2', 'step')).toBeUndefined()
  })

  test('numbering anew gives each row its own number, in order, and the same again the second time', () => {
    const lines = fc.array(fc.constantFrom('step', 'variant', 'problem') as fc.Arbitrary<ContentLine['kind']>, {
      maxLength: 20,
    })
    fc.assert(
      fc.property(lines, (kinds) => {
        const once = renumbered(kinds.map((kind, at) => ({ id: String(at), no: '9', kind, text: '' })))
        expect(new Set(once.map(({ no }) => no)).size).toBe(kinds.length)
        expect(once.every(({ no, kind }) => kindOfNo(no) === kind)).toBe(true)
        expect(renumbered(once)).toEqual(once)
        const steps = once.filter(({ kind }) => kind === 'step').map(({ no }) => Number(no))
        expect(steps).toEqual(steps.map((_, at) => at + 1))
      }),
    )
  })

  test('rows copied from a spreadsheet keep the number that stands before the text', () => {
    expect(
      linesPasted(
        '1\tSe hvad der er sket\r\n2a.\tNotatet handler om to\r\np1\tbladrer i mapper\r\n\r\nKvittér\n3 huse på én nat',
      ),
    ).toEqual([
      { no: '1', kind: 'step', text: 'Se hvad der er sket' },
      { no: '2a', kind: 'variant', text: 'Notatet handler om to' },
      { no: 'p1', kind: 'problem', text: 'bladrer i mapper' },
      { kind: 'step', text: 'Kvittér' },
      { kind: 'step', text: '3 huse på én nat' },
    ])
  })
})

describe('versions', () => {
  test('what the next one is called', () => {
    expect(nextLabel([], 'hearing')).toBe('0.1')
    expect(nextLabel([], 'version')).toBe('1.0')
    expect(nextLabel(['0.7'], 'hearing')).toBe('0.8')
    expect(nextLabel(['0.7'], 'version')).toBe('1.0')
    expect(nextLabel(['1.9', '0.7'], 'version')).toBe('1.10')
    expect(isLaterLabel('1.10', '1.9')).toBe(true)
  })

  test('a label is not used again, nor an earlier one; and a correction corrects something', () => {
    const making = { label: '1.0', labels: ['0.7'], count: 60, differs: undefined }
    expect(whyNotMake(making)).toBeUndefined()
    expect(whyNotMake({ ...making, labels: ['1.0'] })?.code).toBe('requirements.label-taken')
    expect(whyNotMake({ ...making, labels: ['1.1'] })?.code).toBe('requirements.label-not-later')
    expect(whyNotMake({ ...making, count: 0 })?.code).toBe('requirements.nothing-to-make')
    expect(whyNotMake({ ...making, differs: false })?.code).toBe('requirements.nothing-changed')
  })

  test('only an approved one is sent out, once', () => {
    const made = {
      purpose: 'version',
      approved: null,
      publishedAt: null,
      contractedAt: null,
      isOvertaken: false,
    } as const
    expect(whyNotPublish(made)?.code).toBe('requirements.not-approved')
    expect(whyNotPublish({ ...made, approved: false })?.code).toBe('requirements.not-approved')
    expect(whyNotPublish({ ...made, approved: true })).toBeUndefined()
    expect(whyNotPublish({ ...made, approved: true, publishedAt: '2027-03-12T10:00:00Z' })?.code).toBe(
      'requirements.published',
    )
    expect(whyNotPublish({ ...made, approved: true, isOvertaken: true })?.code).toBe('requirements.overtaken')
    expect(whyNotPublish({ ...made, purpose: 'hearing', approved: true })?.code).toBe('requirements.only-heard')
  })

  test('many minimum requirements need a reason', () => {
    expect(whyTooManyMinimum({ mostMinimum: 6, minimumReason: null }, 6)).toBeUndefined()
    expect(whyTooManyMinimum({ mostMinimum: 6, minimumReason: ' ' }, 7)).toMatchObject({
      code: 'requirements.too-many-minimum',
      field: 'minimumReason',
    })
    expect(whyTooManyMinimum({ mostMinimum: 6, minimumReason: 'Lovkrav' }, 7)).toBeUndefined()
  })
})

test('who proposes changes own proposals until they are taken up; who edits, everything but what was dropped', () => {
  const standing = (state: 'proposed' | 'draft' | 'dropped') => ({ state, madeBy: 'hans' })
  expect(whyNotChange(standing('proposed'), { id: 'hans', mayEdit: false })).toBeUndefined()
  expect(whyNotChange(standing('proposed'), { id: 'emma', mayEdit: false })?.code).toBe(
    'requirements.anothers-proposal',
  )
  expect(whyNotChange(standing('draft'), { id: 'hans', mayEdit: false })?.code).toBe('requirements.taken-up')
  expect(whyNotChange(standing('draft'), { id: 'signe', mayEdit: true })).toBeUndefined()
  expect(whyNotChange(standing('dropped'), { id: 'signe', mayEdit: true })?.code).toBe('requirements.dropped')
})

test('what bidders have seen is dropped by a decision only', () => {
  expect(whyNotDrop({ state: 'draft', madeBy: 'signe' }, false)).toBeUndefined()
  expect(whyNotDrop({ state: 'published', madeBy: 'signe' }, false)?.code).toBe('requirements.drop-needs-decision')
  expect(whyNotDrop({ state: 'contract', madeBy: 'signe' }, true)).toBeUndefined()
})

test('the next free code of an area', () => {
  expect(nextCode({ name: 'C1 Døgnets gang', section: 'C' }, ['C1.1', 'C1.2'])).toBe('C1.3')
  expect(nextCode({ name: 'D Data', section: 'D' }, ['D1'])).toBe('D2')
  expect(nextCode({ name: 'Alt andet', section: 'E' }, [])).toBe('E1')
})

test('a unit that is asked about nothing has answered everything; 59 of 60 is not all', () => {
  expect(coverageOf({ asked: 0, answered: 0 })).toBe(100)
  expect(coverageOf({ asked: 60, answered: 59 })).toBe(98)
})
