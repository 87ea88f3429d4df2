/**
 * The house from the ground up. A feature may look only at the faces of features before it in this list,
 * and never into the other wing. This list is the architecture; `test/house/storeys.test.ts` holds the code to it.
 */
export const storeys = [
  { feature: 'org', wing: 'ground' },
  { feature: 'signin', wing: 'ground' },
  { feature: 'tasks', wing: 'ground' },
  { feature: 'certification', wing: 'ground' },
  { feature: 'documents', wing: 'ground' },
  { feature: 'thread', wing: 'ground' },
  { feature: 'terminology', wing: 'ground' },
  { feature: 'citizens', wing: 'care' },
  { feature: 'stays', wing: 'care' },
  { feature: 'access', wing: 'care' },
  { feature: 'journal', wing: 'care' },
  { feature: 'orders', wing: 'care' },
  { feature: 'goals', wing: 'care' },
  { feature: 'reports', wing: 'care' },
  { feature: 'continuity', wing: 'care' },
  { feature: 'capture', wing: 'rollout' },
  { feature: 'requirements', wing: 'rollout' },
  { feature: 'decisions', wing: 'rollout' },
  { feature: 'tender', wing: 'rollout' },
  { feature: 'coordination', wing: 'rollout' },
  { feature: 'oversight', wing: 'roof' },
  { feature: 'privacy', wing: 'roof' },
  { feature: 'overview', wing: 'roof' },
] as const
