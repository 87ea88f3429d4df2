import { describe, expect, test } from 'vitest'
import { org } from '#features/org/contract.ts'
import { thread } from '#features/thread/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { answers, answersAll, aQuestionSet, aRound, hall, isApproved, says, standingOf } from '#kit/clarification.ts'
import { decides } from '#kit/decisions.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { aRequirement, aSpec } from '#kit/requirements.ts'
import { ask, type Person, refused, signedIn, useWorld } from '#kit/world.ts'
import { clarification } from './contract.ts'
import { cellOf, outcomeOf } from './rules.ts'
import { consequencesOf, contactsOf, hasContact, isClarified, isMapConfirmed } from './server/index.ts'
import { standardQuestions } from './standard-questions.ts'

const here = useWorld()
const today = () => here.world.clock.today()
const asWholeOf = async (by: Person, unitId: string) => {
  const { answers: found } = await ask(by, clarification.ofUnit, { unitId })
  return Object.fromEntries(found.map((one) => [one.key, one]))
}

describe('implementation contacts', () => {
  const ofUnit = async (by: Person, unitId: string) =>
    (await ask(by, clarification.contacts, {})).find((one) => one.unitId === unitId)!
  const actingIn = (unitId: string, day = today()) =>
    here.world.db.one<{ acting_id: string | null }>(
      sql`select acting_id from ${contactsOf(sql`${day}`)} acting where unit_id = ${unitId}`,
    )

  test('clarification.nameContact, clarification.contacts, clarification.candidates: a unit without a contact is seen; one is named with a deputy among those who may answer', async () => {
    const lyngholt = await aUnit(here.world, 'Lyngholt')
    const peter = await anEmployee(here.world, 'Peter', 'unit-leader', lyngholt)
    const emma = await anEmployee(here.world, 'Emma', 'unit-contact', lyngholt)
    const hans = await anEmployee(here.world, 'Hans', 'super-user', lyngholt)
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', lyngholt)
    expect(await ofUnit(peter, lyngholt.id)).toMatchObject({
      employeeId: null,
      actingId: null,
      permitted: ['name', 'leave'],
    })
    const candidates = await ask(peter, clarification.candidates, { unitId: lyngholt.id })
    expect(candidates.map(({ name }) => name)).toEqual(['Emma', 'Hans', 'Peter'])
    const named = { id: newId(), unitId: lyngholt.id, employeeId: emma.id, deputyId: hans.id, fromOn: today() }
    expect((await refused(peter, clarification.nameContact, { ...named, employeeId: jonas.id })).code).toBe(
      'clarification.may-not-answer',
    )
    expect((await refused(peter, clarification.nameContact, { ...named, deputyId: emma.id })).code).toBe(
      'clarification.deputy-is-contact',
    )
    await ask(peter, clarification.nameContact, named)
    expect(await ofUnit(jonas, lyngholt.id)).toMatchObject({
      employeeName: 'Emma',
      deputyName: 'Hans',
      actingName: 'Emma',
      permitted: [],
    })
    expect((await refused(jonas, clarification.nameContact, { ...named, id: newId() })).kind).toBe('not-found')
  })

  test('clarification.addLeave, clarification.endLeave: while the contact is away the deputy acts; both away, nobody does', async () => {
    const engen = await aUnit(here.world, 'Engen')
    const emma = await anEmployee(here.world, 'Emma', 'unit-contact', engen)
    const hans = await anEmployee(here.world, 'Hans', 'super-user', engen)
    const peter = await anEmployee(here.world, 'Peter', 'unit-leader', engen)
    const named = { id: newId(), unitId: engen.id, employeeId: emma.id, deputyId: hans.id, fromOn: today() }
    await ask(peter, clarification.nameContact, named)
    const away = { id: newId(), unitId: engen.id, employeeId: emma.id, fromOn: today(), toOn: addDays(today(), 7) }
    expect((await refused(emma, clarification.addLeave, { ...away, toOn: addDays(today(), -1) })).code).toBe(
      'clarification.ends-before',
    )
    expect((await refused(emma, clarification.addLeave, { ...away, employeeId: peter.id })).code).toBe(
      'clarification.not-a-contact',
    )
    await ask(emma, clarification.addLeave, away)
    expect((await actingIn(engen.id))?.acting_id).toBe(hans.id)
    expect((await actingIn(engen.id, addDays(today(), 8)))?.acting_id).toBe(emma.id)
    const also = { ...away, id: newId(), employeeId: hans.id }
    await ask(peter, clarification.addLeave, also)
    expect((await actingIn(engen.id))?.acting_id).toBeNull()
    const has = await here.world.db.one<{ has: boolean }>(
      sql`select ${hasContact(sql`${engen.id}::uuid`, sql`${today()}`)} as has`,
    )
    expect(has?.has).toBe(false)
    await ask(peter, clarification.endLeave, { id: also.id, version: 1, toOn: addDays(today(), -1) })
    expect((await actingIn(engen.id))?.acting_id).toBe(hans.id)
    expect((await ofUnit(emma, engen.id)).leaves.map(({ name }) => name)).toEqual(['Emma'])
  })

  test('clarification.changeDeputy, clarification.endContact: another takes over from a day, and one at a time', async () => {
    const skoven = await aUnit(here.world, 'Skoven')
    const [emma, laura] = [
      await anEmployee(here.world, 'Emma', 'unit-contact', skoven),
      await anEmployee(here.world, 'Laura', 'unit-contact', skoven),
    ]
    const peter = await anEmployee(here.world, 'Peter', 'unit-leader', skoven)
    const first = { id: newId(), unitId: skoven.id, employeeId: emma.id, deputyId: null, fromOn: addDays(today(), -10) }
    await ask(peter, clarification.nameContact, first)
    await ask(peter, clarification.changeDeputy, { id: first.id, version: 1, deputyId: peter.id })
    expect((await refused(peter, clarification.changeDeputy, { id: first.id, version: 1, deputyId: null })).kind).toBe(
      'stale',
    )
    const next = { id: newId(), unitId: skoven.id, employeeId: laura.id, deputyId: emma.id, fromOn: today() }
    await ask(peter, clarification.nameContact, next)
    expect(await ofUnit(peter, skoven.id)).toMatchObject({ employeeName: 'Laura', deputyName: 'Emma' })
    expect((await actingIn(skoven.id, addDays(today(), -1)))?.acting_id).toBe(emma.id)
    expect((await refused(peter, clarification.nameContact, { ...first, id: newId() })).code).toBe(
      'clarification.contact-already',
    )
    await ask(peter, clarification.endContact, { id: next.id, version: 1, toOn: addDays(today(), -1) })
    expect((await ofUnit(peter, skoven.id)).employeeId).toBeNull()
  })
})

describe('questions', () => {
  test('clarification.publish, clarification.publishStandard, clarification.sets: a version stands; the next marks what is new and keeps what was answered', async () => {
    const { signe } = await aQuestionSet(here.world)
    const { unit, emma } = await aRound(here.world, 'Åstedet')
    await answers(emma, unit, 'S06', '7')
    const [first, ...rest] = standardQuestions.content.questions
    const extra = {
      ...standardQuestions.content.questions.find(({ key }) => key === 'S10')!,
      key: 'S13',
      text: 'Har I en bil?',
    }
    const given = {
      ...standardQuestions,
      content: { ...standardQuestions.content, questions: [first!, ...rest, extra] },
    }
    const templates = { ...given.content.templates, residential: { ...given.content.templates.residential, S06: '30' } }
    const published = await ask(signe, clarification.publish, {
      id: newId(),
      placeId: here.world.rootUnitId,
      ...given,
      content: { ...given.content, templates },
    })
    expect(published.number).toBeGreaterThan(1)
    const standing = await standingOf(emma, unit)
    const own = standing.answers.find(({ key }) => key === 'S06')!
    expect([own.value, own.source]).toEqual(['7', 'unit'])
    const record = standing.asked!.records.find(({ key }) => key === 'S13')!
    const asked = standing.asked!.content.questions.find(({ key }) => key === 'S13')!
    const around = {
      answers: await asWholeOf(emma, unit.id),
      begunNumber: standing.round!.begunNumber,
      sinceNumber: record.sinceNumber,
    }
    expect(cellOf(asked, around)).toBe('new')
    const place = (await ask(signe, clarification.sets, {})).find(({ id }) => id === here.world.rootUnitId)!
    expect(place.versions[0]).toMatchObject({ number: published.number, questions: 13 })
    const odd = {
      id: newId(),
      placeId: here.world.rootUnitId,
      ...standardQuestions,
      content: { ...standardQuestions.content, defaults: { 'no.such': true } },
    }
    expect((await refused(signe, clarification.publish, odd)).code).toBe('clarification.no-such-setting')
    expect(
      (await refused(emma, clarification.publishStandard, { id: newId(), placeId: here.world.rootUnitId })).kind,
    ).toBe('not-found')
    await ask(signe, clarification.publish, { id: newId(), placeId: here.world.rootUnitId, ...standardQuestions })
    expect((await standingOf(emma, unit)).asked!.content.questions).toHaveLength(12)
  })

  test('clarification.begin, clarification.ofUnit, clarification.takeSuggestions: what the kind of offer is likely to answer is taken in one go, never over one’s own', async () => {
    await aQuestionSet(here.world)
    const { unit, emma, roundId } = await aRound(here.world, 'Mosebo')
    expect((await refused(emma, clarification.begin, { id: newId(), unitId: unit.id, template: 'day' })).code).toBe(
      'clarification.begun-already',
    )
    await answers(emma, unit, 'S01', 'bruger')
    const { taken } = await ask(emma, clarification.takeSuggestions, { id: roundId, version: 1 })
    const found = await asWholeOf(emma, unit.id)
    expect([found.S01?.value, found.S01?.source, found.S02?.source]).toEqual(['bruger', 'unit', 'template'])
    expect(taken).toBe(7)
    expect(found.S09).toBeUndefined()
  })

  test('clarification.answer: each by those whose it is; who writes for another says who said it', async () => {
    const { signe } = await aQuestionSet(here.world)
    const { unit, emma, peter } = await aRound(here.world, 'Kærhuset')
    expect((await refused(emma, clarification.answer, says(unit, 'S08', 'voksen'))).code).toBe(
      'clarification.leaders-own',
    )
    await answers(peter, unit, 'S08', 'voksen')
    expect((await refused(signe, clarification.answer, says(unit, 'S01', 'beboer'))).code).toBe(
      'clarification.who-said-it',
    )
    await answers(signe, unit, 'S01', 'beboer', { saidBy: 'Emma K.' })
    expect((await asWholeOf(emma, unit.id)).S01).toMatchObject({
      saidBy: 'Emma K.',
      answeredByName: 'Signe',
      told: 'beboer',
    })
    for (const [key, value, code] of [
      ['S01', ['beboer'], 'clarification.wrong-kind'],
      ['S01', 'konge', 'clarification.no-such-option'],
      ['S77', 'ja', 'clarification.no-such-question'],
    ] as const)
      expect(
        (await refused(emma, clarification.answer, says(unit, key, value, { version: key === 'S01' ? 1 : 0 }))).code,
      ).toBe(code)
    expect((await refused(emma, clarification.answer, says(unit, 'S02', 'hverdage', { unsure: true }))).code).toBe(
      'clarification.one-thing',
    )
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', unit)
    expect((await refused(jonas, clarification.answer, says(unit, 'S01', 'beboer'))).kind).toBe('not-found')
  })

  test('two contacts answer at once: each question by itself, and on the same one the later is told', async () => {
    await aQuestionSet(here.world)
    const { unit, emma } = await aRound(here.world, 'Solsikken')
    const hans = await anEmployee(here.world, 'Hans', 'super-user', unit)
    const same = await Promise.allSettled([answers(emma, unit, 'S01', 'borger'), answers(hans, unit, 'S01', 'bruger')])
    expect(same.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await Promise.all([answers(emma, unit, 'S02', 'tre-vagter'), answers(hans, unit, 'S10', 'ja')])
    const late = await refused(hans, clarification.answer, says(unit, 'S02', 'hverdage'))
    expect([late.kind, late.facts.version]).toEqual(['stale', 1])
    await answers(hans, unit, 'S02', 'sovende-nat', { version: 1 })
    const history = await ask(emma, clarification.answerHistory, { unitId: unit.id, key: 'S02' })
    expect(history.map(({ value, answeredByName }) => [value, answeredByName])).toEqual([
      ['sovende-nat', 'Hans'],
      ['tre-vagter', 'Emma'],
    ])
  })
})

describe('from the first answer to the set-up', () => {
  test('clarification.submit, clarification.meet, clarification.approve, clarification.propose, clarification.plainSummary: the leader approves what is then proposed to the profile', async () => {
    const { signe } = await aQuestionSet(here.world)
    const round = await aRound(here.world, 'Bakken')
    const { unit, emma, peter, roundId } = round
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', unit)
    expect((await refused(emma, clarification.submit, { id: roundId, version: 1 })).code).toBe(
      'clarification.still-open',
    )
    await answersAll(round)
    expect((await refused(peter, clarification.approve, { id: roundId, version: 1 })).code).toBe(
      'clarification.not-submitted',
    )
    await ask(emma, clarification.submit, { id: roundId, version: 1 })
    const marks = [{ key: 'S10', mark: 'needs-decision' as const }]
    expect(
      (
        await refused(signe, clarification.meet, {
          id: roundId,
          version: 2,
          metOn: addDays(today(), 1),
          note: '',
          marks,
        })
      ).code,
    ).toBe('clarification.meets-later')
    await ask(signe, clarification.meet, { id: roundId, version: 2, metOn: today(), note: 'Enige om det meste', marks })
    expect((await refused(signe, clarification.propose, { id: roundId, version: 3 })).code).toBe(
      'clarification.not-approved',
    )
    expect((await ask(jonas, clarification.plainSummary, { unitId: unit.id })).sentences).toEqual([])
    await ask(peter, clarification.approve, { id: roundId, version: 3 })
    const plain = await ask(jonas, clarification.plainSummary, { unitId: unit.id })
    expect(plain).toMatchObject({ approvedByName: 'Peter' })
    expect(plain.sentences).toContain('På skærmen står der »beboer« om de mennesker, I støtter.')
    const { proposalId, state } = await ask(signe, clarification.propose, { id: roundId, version: 4 })
    expect(state).toBe('previewed')
    expect((await standingOf(emma, unit)).round).toMatchObject({ proposalId, applied: 'waiting', vouchingLeads: true })
    const proposed = await here.world.db.all<{
      key: string
      value: string
      source_kind: string
      source_ref: string | null
    }>(
      sql`select key, value::text, source_kind, source_ref from profiles.proposed where tenant_id = kernel.here() and proposal_id = ${proposalId} order by key`,
    )
    expect(proposed.find(({ key }) => key === 'terminology.citizen')).toEqual({
      key: 'terminology.citizen',
      value: '"resident"',
      source_kind: 'answer',
      source_ref: 'S01',
    })
    expect(proposed.find(({ key }) => key === 'goals.followUpDays')).toMatchObject({ value: '14', source_ref: 'S06' })
    const loose = await ask(signe, thread.loose, {})
    expect(loose.filter(({ rule }) => rule === 'clarification.needs-decision').length).toBeGreaterThan(0)
  })

  test('»ved ikke« about medicine, force or access cannot be approved; the leader asks back', async () => {
    const { signe } = await aQuestionSet(here.world)
    const round = await aRound(here.world, 'Krogen')
    const { unit, emma, peter, roundId } = round
    await answersAll(round)
    await answers(emma, unit, 'S07', null, { version: 1, unsure: true })
    await ask(emma, clarification.submit, { id: roundId, version: 1 })
    await ask(signe, clarification.meet, { id: roundId, version: 2, metOn: today(), note: '', marks: [] })
    expect((await refused(peter, clarification.approve, { id: roundId, version: 3 })).code).toBe(
      'clarification.must-know',
    )
    await ask(peter, clarification.sendBack, { id: roundId, version: 3, ask: 'Hvad med medgivet medicin?' })
    expect((await standingOf(emma, unit)).round).toMatchObject({
      state: 'in-progress',
      sentBack: 'Hvad med medgivet medicin?',
    })
    expect((await refused(peter, clarification.sendBack, { id: roundId, version: 4, ask: 'Igen' })).code).toBe(
      'clarification.not-submitted',
    )
  })

  test('an answer that conflicts with what is known of the unit stands with a reason', async () => {
    const { signe } = await aQuestionSet(here.world)
    const home = await aUnit(here.world, 'Lærken')
    const known = (await ask(here.world.administrator, org.tree, {})).find(({ id }) => id === home.id)!
    const { permitted: _, closedOn: __, people: ___, parentId: ____, ...fields } = known
    await ask(here.world.administrator, org.changeUnit, { ...fields, legalGrounds: ['SEL-108'] })
    const round = await aRound(here.world, 'Lærken', home)
    await answersAll(round)
    await answers(round.peter, home, 'S08', 'nej', { version: 1 })
    await ask(round.emma, clarification.submit, { id: round.roundId, version: 1 })
    await ask(signe, clarification.meet, { id: round.roundId, version: 2, metOn: today(), note: '', marks: [] })
    expect((await refused(round.peter, clarification.approve, { id: round.roundId, version: 3 })).code).toBe(
      'clarification.says-no-reason',
    )
    await answers(round.peter, home, 'S08', 'nej', { version: 2, reason: 'Ingen her er i målgruppen' })
    await ask(round.peter, clarification.approve, { id: round.roundId, version: 3 })
  })

  test('an answer changed after approval opens a new version, with a reason, and the approved one stands until the next', async () => {
    const { signe } = await aQuestionSet(here.world)
    const round = await aRound(here.world, 'Broen')
    const { unit, emma, peter, roundId } = round
    await isApproved(round, signe)
    const clarified = async () =>
      (await here.world.db.one<{ is: boolean }>(sql`select ${isClarified(sql`${unit.id}::uuid`)} as is`))!.is
    expect(await clarified()).toBe(true)
    expect((await refused(emma, clarification.answer, says(unit, 'S06', '7', { version: 1 }))).code).toBe(
      'clarification.approved-say-why',
    )
    expect((await asWholeOf(emma, unit.id)).S06?.value).toBe('14')
    const changed = await answers(emma, unit, 'S06', '7', { version: 1, because: 'Vi følger op hver uge nu' })
    expect(changed).toMatchObject({ state: 'in-progress', roundVersion: 1 })
    expect((await standingOf(emma, unit)).round).toMatchObject({
      number: 2,
      because: 'Vi følger op hver uge nu',
      approvedAt: null,
    })
    expect(await clarified()).toBe(false)
    expect((await ask(peter, clarification.plainSummary, { unitId: unit.id })).sentences.join(' ')).toContain(
      'hver 14. dag',
    )
    expect((await refused(signe, clarification.propose, { id: roundId, version: 4 })).kind).toBe('not-found')
    await ask(emma, clarification.submit, { id: changed.roundId, version: 1 })
    await ask(signe, clarification.meet, { id: changed.roundId, version: 2, metOn: today(), note: '', marks: [] })
    await ask(peter, clarification.approve, { id: changed.roundId, version: 3 })
    expect((await ask(peter, clarification.plainSummary, { unitId: unit.id })).sentences.join(' ')).toContain(
      'hver uge',
    )
  })

  test('clarification.vouch: a new leader stands by access and force before anything is set up', async () => {
    const { signe } = await aQuestionSet(here.world)
    const round = await aRound(here.world, 'Ankeret')
    await isApproved(round, signe)
    const asta = here.world.administrator
    const grants = await ask(asta, org.rolesAtUnit, { unitId: round.unit.id })
    const grant = grants.find(({ employeeId, role }) => employeeId === round.peter.id && role === 'unit-leader')!
    await ask(asta, org.endRole, { id: grant.id, lastDay: addDays(today(), -1) })
    const birthe = await anEmployee(here.world, 'Birthe', 'unit-leader', round.unit)
    expect((await standingOf(signe, round.unit)).round?.vouchingLeads).toBe(false)
    expect((await refused(signe, clarification.propose, { id: round.roundId, version: 4 })).code).toBe(
      'clarification.new-leader',
    )
    expect((await refused(signe, clarification.vouch, { id: round.roundId, version: 4 })).kind).toBe('not-found')
    await ask(birthe, clarification.vouch, { id: round.roundId, version: 4 })
    await ask(signe, clarification.propose, { id: round.roundId, version: 5 })
  })

  test('what an approved round asks for beside values is there for plan, training and go-live', async () => {
    const { signe } = await aQuestionSet(here.world)
    const round = await aRound(here.world, 'Hytten')
    await answersAll(round)
    await answers(round.emma, round.unit, 'S07', 'fuld', { version: 1 })
    await ask(round.emma, clarification.submit, { id: round.roundId, version: 1 })
    await ask(signe, clarification.meet, { id: round.roundId, version: 2, metOn: today(), note: '', marks: [] })
    const found = () =>
      here.world.db.all<{ kind: string; key: string }>(
        sql`select kind, key from (${consequencesOf(sql`${round.unit.id}::uuid`)}) found`,
      )
    expect(await found()).toEqual([])
    await ask(round.peter, clarification.approve, { id: round.roundId, version: 3 })
    expect(await found()).toEqual([{ kind: 'ready', key: 'R-MED' }])
  })
})

describe('gaps', () => {
  test('clarification.gaps, clarification.moveGap: what no option covers is a gap that follows its answer, gets an owner and a step, and is solved by a decision with a value', async () => {
    const { signe } = await aQuestionSet(here.world)
    const spec = await aSpec(here.world)
    const { id: requirement } = await aRequirement(spec, 'Kvittér to')
    const round = await aRound(here.world, 'Tuen')
    const { unit, emma, peter } = round
    await answers(emma, unit, 'S03', null, { outside: 'Efter hus' })
    await answers(emma, unit, 'S03', null, { version: 1, outside: 'Efter hus og time' })
    const mine = async () => (await ask(emma, clarification.gaps, {})).filter(({ unitId }) => unitId === unit.id)
    const [gap, ...others] = await mine()
    expect([gap?.text, gap?.state, others.length]).toEqual(['Efter hus og time', 'open', 0])
    const move = {
      id: gap!.id,
      version: gap!.version,
      state: 'open' as const,
      ownerId: signe.id,
      nextStep: 'Spørg leverandøren',
      nextOn: addDays(today(), 2),
      decisionId: null,
      sets: [],
      agreedById: null,
    }
    expect((await refused(emma, clarification.moveGap, move)).kind).toBe('not-found')
    expect((await refused(signe, clarification.moveGap, { ...move, ownerId: null })).code).toBe(
      'clarification.gap-without-owner',
    )
    await ask(signe, clarification.moveGap, move)
    expect(
      (await refused(signe, clarification.moveGap, { ...move, version: move.version + 1, state: 'changed-way' })).code,
    ).toBe('clarification.leader-says-yes')
    const sets = [{ key: 'tasks.doubleSign', value: true }]
    const solved = { ...move, version: move.version + 1, state: 'set-up' as const, sets }
    expect((await refused(signe, clarification.moveGap, solved)).code).toBe('clarification.sets-by-decision')
    const { id: decisionId } = await decides(signe, 'To kan kvittere i Tuen', [
      { kind: 'requirements.requirement', id: requirement },
    ])
    expect(
      (await refused(signe, clarification.moveGap, { ...solved, decisionId, sets: [{ key: 'no.such', value: 1 }] }))
        .code,
    ).toBe('clarification.no-such-setting')
    await ask(signe, clarification.moveGap, { ...solved, decisionId })
    await isApproved({ ...round }, signe)
    const { proposalId } = await ask(signe, clarification.propose, { id: round.roundId, version: 4 })
    const own = await here.world.db.one<{ source_kind: string; source_ref: string; source_record_kind: string }>(sql`
      select source_kind, source_ref, source_record_kind from profiles.proposed where tenant_id = kernel.here() and proposal_id = ${proposalId} and key = 'tasks.doubleSign'`)
    expect(own).toMatchObject({ source_kind: 'decision', source_record_kind: 'decisions.decision' })
    expect(await ask(peter, clarification.gaps, {})).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: gap!.id, state: 'set-up' })]),
    )
  })

  test('a gap nobody has a step for in five days is a loose thread', async () => {
    const { signe } = await aQuestionSet(here.world)
    const { unit, emma } = await aRound(here.world, 'Porsen')
    await answers(emma, unit, 'S12', 'Fælles tavle om aftenen')
    const [gap] = (await ask(emma, clarification.gaps, {})).filter(({ unitId }) => unitId === unit.id)
    const loose = async (by: Person) => (await ask(by, thread.loose, {})).filter((one) => one.id === gap!.id).length
    expect(await loose(signe)).toBe(0)
    here.world.clock.set('2026-03-16T09:00:00+01:00')
    const again = await signedIn(here.world, signe.id, 'Signe')
    expect(await loose(again)).toBe(1)
    const move = {
      id: gap!.id,
      version: 1,
      state: 'with-vendor' as const,
      ownerId: signe.id,
      nextStep: 'Møde',
      nextOn: '2026-03-18',
      decisionId: null,
      sets: [],
      agreedById: null,
    }
    await ask(again, clarification.moveGap, move)
    expect(await loose(again)).toBe(0)
    expect((await ask(again, thread.ahead, {})).map(({ id }) => id)).toContain(gap!.id)
    here.world.clock.set('2026-03-10T14:00:00+01:00')
  })

  test('clarification.addGap, clarification.mergeGap, clarification.splitGap: the same thing in two units is handled once, and each keeps its owner', async () => {
    const { signe } = await aQuestionSet(here.world)
    const [a, b] = [await aRound(here.world, 'Øst'), await aRound(here.world, 'Vest')]
    const gapIn = async ({ emma, unit }: typeof a, ownerId: string) => {
      const id = newId()
      await ask(emma, clarification.addGap, { id, unitId: unit.id, key: null, text: 'Skolen skal se aftalesiden' })
      const move = {
        id,
        version: 1,
        state: 'open' as const,
        ownerId,
        nextStep: 'Ring til skolen',
        nextOn: today(),
        decisionId: null,
        sets: [],
        agreedById: null,
      }
      await ask(signe, clarification.moveGap, move)
      return id
    }
    const [first, second] = [await gapIn(a, a.peter.id), await gapIn(b, b.peter.id)]
    expect((await refused(signe, clarification.mergeGap, { id: second, version: 2, intoId: second })).code).toBe(
      'clarification.gap-into-itself',
    )
    await ask(signe, clarification.mergeGap, { id: second, version: 2, intoId: first })
    const both = (await ask(signe, clarification.gaps, {})).filter(({ id }) => [first, second].includes(id))
    expect(new Set(both.map(({ ownerName, unitName }) => `${ownerName} ${unitName}`)).size).toBe(2)
    expect((await refused(signe, clarification.mergeGap, { id: first, version: 2, intoId: second })).code).toBe(
      'clarification.gap-merged-already',
    )
    await ask(signe, clarification.splitGap, { id: second, version: 3 })
    expect((await refused(a.emma, clarification.splitGap, { id: second, version: 4 })).kind).toBe('not-found')
  })

  test('an answer taken back closes its gap', async () => {
    await aQuestionSet(here.world)
    const { unit, emma } = await aRound(here.world, 'Kæret')
    await answers(emma, unit, 'S12', 'Noget')
    await answers(emma, unit, 'S12', null, { version: 1 })
    const [gap] = (await ask(emma, clarification.gaps, {})).filter(({ unitId }) => unitId === unit.id)
    expect(gap).toMatchObject({ state: 'closed' })
  })
})

describe('»Sådan er vi«', () => {
  test('clarification.map, clarification.fillBlock, clarification.judgeBlock: the coordinator writes, the unit says whether it fits, new words are judged again', async () => {
    const { signe } = await aQuestionSet(here.world)
    const { unit, emma } = await aRound(here.world, 'Stuen')
    const at = { unitId: unit.id, key: 'target-group' as const }
    expect((await refused(emma, clarification.judgeBlock, { ...at, version: 1, fits: true, remark: '' })).kind).toBe(
      'stale',
    )
    await ask(signe, clarification.fillBlock, { ...at, version: 0, content: 'Voksne med autisme' })
    expect((await refused(signe, clarification.judgeBlock, { ...at, version: 1, fits: true, remark: '' })).kind).toBe(
      'not-found',
    )
    expect((await refused(emma, clarification.judgeBlock, { ...at, version: 1, fits: false, remark: ' ' })).code).toBe(
      'clarification.says-not-what',
    )
    await ask(emma, clarification.judgeBlock, { ...at, version: 1, fits: false, remark: 'Også unge' })
    const confirmed = async () =>
      (await here.world.db.one<{ is: boolean }>(sql`select ${isMapConfirmed(sql`${unit.id}::uuid`)} as is`))!.is
    expect(await confirmed()).toBe(false)
    await ask(signe, clarification.fillBlock, { ...at, version: 2, content: 'Voksne og unge med autisme' })
    await ask(emma, clarification.judgeBlock, { ...at, version: 3, fits: true, remark: '' })
    expect(await confirmed()).toBe(true)
    const { blocks, known } = await ask(emma, clarification.map, { unitId: unit.id })
    expect(blocks.find(({ key }) => key === 'target-group')).toMatchObject({
      fits: true,
      judgedByName: 'Emma',
      filledByName: 'Signe',
      remark: '',
    })
    expect([blocks.length, known.roundTheClock, known.staff]).toEqual([13, true, 2])
  })
})

describe('papers and the neutral file', () => {
  test('clarification.makeFile, clarification.file: portrait, meeting sheet, summary and config.json are really made', async () => {
    const { signe } = await aQuestionSet(here.world)
    const round = await aRound(here.world, 'Førstesalen')
    const { unit, emma } = round
    const make = async (kind: 'portrait' | 'meeting-sheet' | 'summary' | 'config') => {
      const id = newId()
      await ask(signe, clarification.makeFile, { id, unitId: unit.id, kind })
      const line = await ask(signe, clarification.file, { id })
      const row = await here.world.db.one<{ content: Buffer }>(
        sql`select content from clarification.file where tenant_id = kernel.here() and id = ${id}`,
      )
      return { line, content: row!.content }
    }
    expect(
      (await refused(signe, clarification.makeFile, { id: newId(), unitId: unit.id, kind: 'portrait' })).code,
    ).toBe('clarification.map-is-empty')
    await ask(signe, clarification.fillBlock, {
      unitId: unit.id,
      key: 'pride',
      version: 0,
      content: 'Vores fælles måltider',
    })
    await answersAll(round)
    for (const kind of ['portrait', 'meeting-sheet', 'summary'] as const) {
      const { line, content } = await make(kind)
      expect([line.mediaType, content.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-'])
    }
    const { line, content } = await make('config')
    const config = JSON.parse(content.toString('utf8'))
    expect(line.name).toBe('Førstesalen - config.json')
    expect(config.settings.find(({ key }: { key: string }) => key === 'shift.model')).toEqual({
      key: 'shift.model',
      value: 'tre_vagter',
      source: 'S02',
      requirements: [],
    })
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', unit)
    expect((await refused(jonas, clarification.makeFile, { id: newId(), unitId: unit.id, kind: 'config' })).kind).toBe(
      'not-found',
    )
    expect((await refused(jonas, clarification.file, { id: line.id })).kind).toBe('not-found')
    expect(emma.name).toBe('Emma')
  })
})

describe('the coordinator’s matrix', () => {
  test('clarification.matrix: units against questions, with what is needed to say how each stands', async () => {
    const { signe } = await aQuestionSet(here.world)
    const { unit, emma } = await aRound(here.world, 'Heden')
    await answers(emma, unit, 'S01', 'ung')
    await answers(emma, unit, 'S06', null, { unsure: true })
    const { sets, units } = await ask(signe, clarification.matrix, {})
    const row = units.find(({ unitId }) => unitId === unit.id)!
    expect(row).toMatchObject({ state: 'in-progress', template: 'residential', applied: 'none', openGaps: 0 })
    const set = sets.find(({ unitIds }) => unitIds.includes(unit.id))!
    const found = Object.fromEntries(row.answers.map((one) => [one.key, one]))
    const cell = (key: string) =>
      cellOf(set.content.questions.find((question) => question.key === key)!, {
        answers: found,
        begunNumber: row.begunNumber!,
        sinceNumber: 1,
      })
    expect(['S01', 'S06', 'S02'].map(cell)).toEqual(['own', 'unsure', 'open'])
    expect(outcomeOf({ questions: set.content.questions, answers: found }).settings).toHaveLength(1)
    const mine = await ask(emma, clarification.matrix, {})
    expect(mine.units.map(({ unitId }) => unitId)).toEqual([unit.id])
    const tove = await anEmployee(here.world, 'Tove', 'steering', hall(here.world))
    expect((await ask(tove, clarification.matrix, {})).units.length).toBeGreaterThan(3)
  })
})

describe('the thread', () => {
  test('from an answer one walks back to the question, the requirement and the need', async () => {
    const spec = await aSpec(here.world)
    const { number } = await aRequirement(spec, 'Modtag overlevering')
    const label = `K-${String(number).padStart(3, '0')}`
    const questions = standardQuestions.content.questions.map((question) =>
      question.key === 'S03' ? { ...question, requirements: [label] } : question,
    )
    await ask(spec.signe, clarification.publish, {
      id: newId(),
      placeId: here.world.rootUnitId,
      ...standardQuestions,
      content: { ...standardQuestions.content, questions },
    })
    const { unit, emma } = await aRound(here.world, 'Løvet')
    const { id } = await answers(emma, unit, 'S03', 'handling')
    const back = await ask(emma, thread.of, { kind: 'clarification.answer', id, direction: 'why' })
    expect(back.knots.map((knot) => knot.label)).toEqual(expect.arrayContaining([`S03 · ${unit.name}`, 'S03', label]))
  })
})
