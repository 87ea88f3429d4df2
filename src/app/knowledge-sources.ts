import { riskKind } from '#features/decisions/server/index.ts'
import { caseKind, casePages } from '#features/golive/server/index.ts'
import type { PageSource } from '#features/knowledge/server/index.ts'
import { benefitKind } from '#features/requirements/server/index.ts'
import type { LooseRule } from '#features/thread/server/index.ts'
import { sql } from '#kernel/server/sql.ts'

/** Pages of features that stand beside the book: what solved cases taught. Settings and decisions with their reasons are the book's own. */
export const morePages: readonly PageSource[] = [{ kind: 'case', threadKind: caseKind.kind, rows: () => casePages }]

const isCoordinator = (owner: ReturnType<typeof sql>) =>
  sql`lower(btrim(${owner})) in ('koordinator', 'koordinatoren', 'projektkoordinator', 'projektkoordinatoren')`

/** What stands in the project coordinator's name: when the coordinator goes, it stands in nobody's. */
export const ownedByCoordinator: readonly LooseRule[] = [
  {
    rule: 'knowledge.risk-of-coordinator',
    kind: riskKind,
    rows: sql`select risk.id, risk.moved_at as since from decisions.risk where risk.tenant_id = kernel.here() and risk.state in ('active', 'damped') and ${isCoordinator(sql`risk.owner`)}`,
  },
  {
    rule: 'knowledge.benefit-of-coordinator',
    kind: benefitKind,
    rows: sql`select measure.benefit_id as id, measure.changed_at as since from benefits.measure where measure.tenant_id = kernel.here() and ${isCoordinator(sql`measure.owner`)}`,
  },
]
