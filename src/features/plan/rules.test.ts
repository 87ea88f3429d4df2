import { describe, expect, test } from 'vitest'
import {
  awayOn,
  byIdOf,
  cellOf,
  clashesOf,
  delaysOf,
  dueOf,
  forecast,
  inCircle,
  inTheWay,
  isSettled,
  mayWait,
  moved,
  opensFor,
  standing,
  statusOf,
  toldOf,
  whyNotMoveOn,
  whyNotMoveWave,
} from './rules.ts'

const job = (id: string, dueOn: string | null, more: Partial<Parameters<typeof isSettled>[0]> = {}) => ({
  ...{ id, dueOn, state: 'open' as const, needs: [] as string[], ownerName: 'Signe' as string | null },
  ...more,
})
const today = '2027-08-24'

describe('days from go-live', () => {
  test('a Saturday goes back to Friday, Whit Monday to the Friday before Whitsun', () => {
    expect(dueOf('2027-06-14', { offsetDays: -2, earliestOn: null })).toBe('2027-06-11')
    expect(dueOf('2027-06-14', { offsetDays: 5, earliestOn: null })).toBe('2027-06-18')
    expect(dueOf('2027-06-14', { offsetDays: -28, earliestOn: null })).toBe('2027-05-14')
  })
  test('nothing is due before its phase begins', () => {
    expect(dueOf('2027-06-14', { offsetDays: -70, earliestOn: '2027-05-05' })).toBe('2027-05-05')
    expect(dueOf('2027-06-14', { offsetDays: -33, earliestOn: '2027-05-05' })).toBe('2027-05-12')
  })
  test('a go-live moved a fortnight takes what is open with it and leaves what is done', () => {
    const task = (id: string, state: 'open' | 'done', templateId: string | null, byHand = false) => ({
      ...{ id, state, templateId, byHand, dueOn: '2027-09-10' },
    })
    const templates = new Map([['t', { offsetDays: -3, earliestOn: null }]])
    const tasks = [
      task('a', 'open', 't'),
      task('b', 'done', 't'),
      task('c', 'open', 't', true),
      task('d', 'open', null),
    ]
    expect(moved(tasks, { from: '2027-09-13', to: '2027-09-27' }, templates)).toEqual([
      { id: 'a', wasOn: '2027-09-10', dueOn: '2027-09-24' },
      { id: 'c', wasOn: '2027-09-10', dueOn: '2027-09-24' },
      { id: 'd', wasOn: '2027-09-10', dueOn: '2027-09-24' },
    ])
  })
  test('a live wave stays, a day that has passed or a Sunday is no go-live', () => {
    expect(whyNotMoveWave({ goLiveOn: '2027-08-16', to: '2027-09-20' }, today)?.code).toBe('plan.wave-is-live')
    expect(whyNotMoveWave({ goLiveOn: '2027-08-30', to: '2027-08-23' }, today)?.code).toBe('plan.go-live-past')
    expect(whyNotMoveWave({ goLiveOn: '2027-08-30', to: '2027-09-05' }, today)?.code).toBe('plan.go-live-holiday')
    expect(whyNotMoveWave({ goLiveOn: '2027-08-30', to: '2027-09-06' }, today)).toBeUndefined()
  })
})

describe('what waits for what', () => {
  test('a circle is found, also a long one and one with itself', () => {
    expect(
      inCircle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', []],
        ]),
      ),
    ).toBeUndefined()
    expect(
      inCircle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']],
        ]),
      ),
    ).toBeDefined()
    expect(inCircle(new Map([['a', ['a']]]))).toBe('a')
  })
  test('waiting, ready and planned are worked out', () => {
    const tasks = [
      job('a', '2027-08-27'),
      job('b', '2027-08-30', { needs: ['a'] }),
      job('c', '2027-08-30', { ownerName: null }),
      job('d', null),
    ]
    const all = byIdOf(tasks)
    expect(tasks.map((task) => statusOf(task, all))).toEqual(['planned', 'waiting', 'ready', 'ready'])
  })
  test('settled is done, or planned with nothing open before it; what is late is not', () => {
    const a = job('a', '2027-08-27')
    const b = job('b', '2027-08-30', { needs: ['a'] })
    const all = byIdOf([a, b])
    expect([isSettled(a, all, today), isSettled(b, all, today)]).toEqual([true, false])
    expect(isSettled(job('c', '2027-08-23'), all, today)).toBe(false)
    expect(isSettled(b, byIdOf([{ ...a, state: 'done' as const }, b]), today)).toBe(true)
  })
  test('one may go on calmly when all that is near is in hand, and is told what is in the way when it is not', () => {
    const chain = [job('a', '2027-08-27'), job('b', '2027-08-30', { needs: ['a'] })]
    expect(inTheWay(chain, byIdOf(chain), today)).toEqual([])
    const late = [job('a', '2027-08-20'), job('b', '2027-08-30', { needs: ['a'] })]
    expect(inTheWay(late, byIdOf(late), today).map(({ id }) => id)).toEqual(['a', 'b'])
    const nobody = [job('a', '2027-08-27', { ownerName: null }), job('far', '2027-12-01', { ownerName: null })]
    expect(inTheWay(nobody, byIdOf(nobody), today).map(({ id }) => id)).toEqual(['a'])
    const backwards = [job('a', '2027-09-03'), job('b', '2027-08-30', { needs: ['a'] })]
    expect(inTheWay(backwards, byIdOf(backwards), today).map(({ id }) => id)).toEqual(['b'])
  })
  test('what may wait is far away and holds up nothing near', () => {
    const tasks = [job('near', '2027-08-30', { needs: ['held'] }), job('held', '2027-10-01'), job('far', '2027-10-01')]
    expect(mayWait(tasks, today).map(({ id }) => id)).toEqual(['far'])
  })
  test('finishing one opens those for which it was the last', () => {
    const tasks = [
      job('a', null, { state: 'done' }),
      job('b', null, { needs: ['a'] }),
      job('c', null, { needs: ['a', 'x'] }),
    ]
    expect(opensFor('a', byIdOf(tasks)).map(({ id }) => id)).toEqual(['b'])
  })
  test('nothing is finished before what it waits for, and nothing dropped without a word', () => {
    const at = { state: 'open' as const, because: null, open: 0 }
    expect(whyNotMoveOn({ ...at, to: 'done', open: 2 })?.code).toBe('plan.needs-first')
    expect(whyNotMoveOn({ ...at, to: 'dropped' })?.code).toBe('plan.says-no-why')
    expect(whyNotMoveOn({ ...at, to: 'open' })?.code).toBe('plan.already-so')
    expect(whyNotMoveOn({ ...at, to: 'done' })).toBeUndefined()
  })
  test('who hears of what is late, by days', () => {
    expect([1, 3, 4, 5, 6, 10, 11].map(toldOf)).toEqual([
      'owner',
      'owner',
      'contact',
      'contact',
      'leader',
      'leader',
      'coordinator',
    ])
  })
})

describe('the board', () => {
  const stages = [
    { needs: ['t1'], afterGoLive: false },
    { needs: ['t2'], afterGoLive: false },
    { needs: ['t3'], afterGoLive: true },
  ]
  const done = (...ids: string[]) => ids.map((templateId) => ({ templateId, state: 'done' as const }))
  test('a unit stands in the furthest stage whose rules are met; reopened, it gets a mark and stays', () => {
    expect(standing(stages, done('t1', 't2'), '2027-09-13', today)).toEqual({ at: 1, lacking: [] })
    expect(standing(stages, done('t2'), '2027-09-13', today)).toEqual({ at: 1, lacking: ['t1'] })
    expect(standing(stages, [], '2027-09-13', today).at).toBe(-1)
    expect(standing(stages, done('t1', 't2', 't3'), '2027-09-13', today).at).toBe(1)
    expect(standing(stages, done('t1', 't2', 't3'), '2027-08-16', today).at).toBe(2)
  })
  test('late is one thing, stuck another: then something late holds up something late', () => {
    expect(cellOf([job('a', '2027-08-30')], today).state).toBe('going')
    expect(cellOf([job('a', '2027-08-20'), job('b', '2027-08-30', { needs: ['a'] })], today)).toMatchObject({
      state: 'late',
      late: 1,
      days: 4,
    })
    expect(cellOf([job('a', '2027-08-20'), job('b', '2027-08-23', { needs: ['a'] })], today)).toMatchObject({
      state: 'stuck',
      open: 2,
      late: 2,
    })
  })
})

describe('what collides', () => {
  const taken = (id: string, who: string, room: string | null, from: number, until: number) => ({
    ...{ id, unitId: id, who, employeeId: null, room },
    ...{ fromAt: `2027-08-30T${from}:00:00+02:00`, untilAt: `2027-08-30T${until}:00:00+02:00` },
  })
  test('one trainer in two units, and one room twice; end to end is no clash', () => {
    const found = clashesOf([
      taken('a', 'Tone', 'Lokale 1', 10, 12),
      taken('b', 'tone ', null, 11, 13),
      taken('c', 'Kasper', 'lokale 1', 11, 14),
      taken('d', 'Tone', null, 13, 15),
    ])
    expect(found.map((clash) => (clash.kind === 'away' ? [] : [clash.kind, clash.a.id, clash.b.id]))).toEqual([
      ['person', 'a', 'b'],
      ['room', 'a', 'c'],
    ])
  })
  test('an owner who is away on the day, with and without somebody to stand in', () => {
    const tasks = [
      { ...job('a', '2027-08-30'), ownerId: 'emma' },
      { ...job('b', '2027-09-30'), ownerId: 'emma' },
    ]
    const away = (deputyId: string | null) => [
      { employeeId: 'emma', deputyId, fromOn: '2027-08-28', toOn: '2027-09-05' },
    ]
    expect(awayOn(tasks, away(null))).toEqual([{ kind: 'away', taskId: 'a', employeeId: 'emma', hasDeputy: false }])
    expect(awayOn(tasks, away('hans'))[0]?.hasDeputy).toBe(true)
  })
})

describe('when it will be', () => {
  test('with a history of delays the range is the middle and four in five; the same each time', () => {
    const tasks = [job('a', '2027-08-27'), job('b', '2027-08-30', { needs: ['a'] })]
    const found = forecast(tasks, ['b'], [0, 0, 0, 0, 0, 0, 7, 7, 14, 14], today)!
    expect(found).toEqual(forecast(tasks, ['b'], [0, 0, 0, 0, 0, 0, 7, 7, 14, 14], today))
    expect(found.middle >= '2027-08-30' && found.eighty > found.middle).toBe(true)
    expect(forecast(tasks, ['b'], [0, 0, 0, 0, 0], today)).toEqual({ middle: '2027-08-30', eighty: '2027-08-30' })
  })
  test('with little history nothing is said, and what is late is at best done today', () => {
    expect(forecast([job('a', '2027-08-20')], ['a'], [0, 1], today)).toBeUndefined()
    expect(forecast([job('a', '2027-08-20')], ['a'], [0, 0, 0, 0, 0], today)?.middle).toBe(today)
    expect(
      delaysOf([
        { state: 'done', dueOn: '2027-08-20', doneOn: '2027-08-23' },
        { state: 'open', dueOn: '2027-08-20', doneOn: null },
      ]),
    ).toEqual([3])
  })
})
