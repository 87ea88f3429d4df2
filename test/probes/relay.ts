import { relay } from '#features/relay/contract.ts'
import { anEmployee } from '#kit/given.ts'
import type { Probe } from '#kit/probe.ts'
import { aChain, aContact, passesOn, sends } from '#kit/relay.ts'
import { ask, newId } from '#kit/world.ts'

const named = (record: string, acts: string) =>
  Object.fromEntries(acts.split(' ').map((act) => [`relay.${act}`, record]))

export const probe: Probe = {
  scopes: { own: 'relay.places relay.questions' },
  inUnit: async ({ world, unit }) => {
    const karla = await anEmployee(world, 'Karla', 'coordinator', unit)
    const nina = await aContact(world, 'Nina', unit)
    await aChain(karla, unit.id)
    const relayMessage = await sends(karla, unit.id, [unit.id], { severity: 'action' })
    await passesOn(nina, relayMessage, unit)
    const [relayQuestion, infoMeeting, meetingQuestion] = [newId(), newId(), newId()]
    await ask(nina, relay.ask, { id: relayQuestion, unitId: unit.id, messageId: null, text: 'Hvornår går vi i gang?' })
    const meeting = { title: 'Hvorfor og hvordan', venue: 'Video', audience: 'Alle', version: 0, placeId: unit.id }
    const slots = [{ id: newId(), startsAt: world.clock.now() }]
    await ask(karla, relay.keepMeeting, { id: infoMeeting, ...meeting, slots })
    await ask(nina, relay.askAtMeeting, { id: meetingQuestion, meetingId: infoMeeting, text: 'Skal vi måles?' })
    return { relayMessage, relayQuestion, infoMeeting, meetingQuestion }
  },
  idOf: {
    ...named('relayMessage', 'message release recall close'),
    ...named('relayQuestion', 'sendOn giveOwner answer bringHome'),
    ...named('infoMeeting', 'countAttendance'),
    ...named('meetingQuestion', 'park answerAtMeeting takeDown'),
  },
  fields: {
    messageId: 'relayMessage',
    meetingId: 'infoMeeting',
    'relay.vote.questionId': 'meetingQuestion',
    'relay.recall.correctionId': '',
    'relay.release.unitIds': 'unit',
  },
  values: { 'relay.countAttendance.rows': [] },
}
