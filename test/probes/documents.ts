import type { Probe } from '#kit/probe.ts'
import { newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: { unit: 'documents.ofUnit documents.add documents.file documents.end' },
  inUnit: async ({ world, unit, leader }) => {
    const file = newId()
    await world.owner.query(
      `insert into documents.file (tenant_id, id, unit_id, name, media_type, size_bytes, sha256, uploaded_by, uploaded_by_name, uploaded_at)
      values ($1, $2, $3, 'aftale.txt', 'text/plain', 1, '\\x00', $4, 'Leder', $5)`,
      [world.tenant.id, file, unit.id, leader.id, world.clock.now()],
    )
    return { file }
  },
  idOf: { 'documents.file': 'file', 'documents.end': 'file' },
}
