import { assessments } from '#features/assessments/contract.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: {
    // A form is a new one, and needs more than a generator hits upon; a sketch is its author's; paper is the form alone.
    anywhere: 'assessments.makeForm assessments.saveSketch assessments.making assessments.paper',
    own: 'assessments.discardDraft assessments.discardSketch',
    today: 'assessments.save assessments.saveDraft',
  },
  aboutCitizen: async ({ world, unit, leader, citizen }) => {
    const [assessment, assessmentPhoto] = [newId(), newId()]
    const given = { irritabel: true, truer: true, ting: true }
    await ask(leader, assessments.save, {
      ...{ id: assessment, version: null, citizenId: citizen.id, unitId: unit.id, formVersion: 1 },
      ...{ formKey: 'voldsrisiko', given, answeredOn: world.clock.today(), sign: true },
    })
    await world.owner.query(
      `insert into documents.file (tenant_id, id, unit_id, citizen_id, name, media_type, size_bytes, sha256, uploaded_by, uploaded_by_name, uploaded_at)
      values ($1, $2, $3, $4, 'saar.jpg', 'image/jpeg', 1, '\\x00', $5, 'Leder', $6)`,
      [world.tenant.id, assessmentPhoto, unit.id, citizen.id, leader.id, world.clock.now()],
    )
    await world.owner.query(
      `update assessments.answer set given = given || jsonb_build_object('billede', $2::text) where id = $1`,
      [assessment, assessmentPhoto],
    )
    return { assessment, assessmentPhoto }
  },
  idOf: {
    'assessments.strike': 'assessment',
    'assessments.paperOf': 'assessment',
    'assessments.attach': '',
  },
  fields: {
    'assessments.attach.answerId': 'assessment',
    'assessments.photo.answerId': 'assessment',
    'assessments.photo.fileId': 'assessmentPhoto',
  },
  values: {
    'assessments.save.version': null,
    'assessments.save.formKey': 'voldsrisiko',
    'assessments.save.given': { irritabel: true },
    'assessments.saveDraft.formKey': 'voldsrisiko',
    'assessments.saveDraft.formVersion': 1,
    'assessments.saveDraft.given': { irritabel: true },
    'assessments.use.formKey': 'voldsrisiko',
  },
}
