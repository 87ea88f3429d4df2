import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'

const UNIQUE_VIOLATION = '23505'

/**
 * Awaits a change and says plainly when a number or id is taken.
 * Who has the number is not said: whoever asks may have no reason to know.
 */
export async function unlessTaken<T>(change: Promise<T>): Promise<T> {
  try {
    return await change
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code !== UNIQUE_VIOLATION) throw error
    if (constraint === 'citizen_number_unique') refuse(refusal('citizens.number-taken', {}, 'number'))
    throw new Problem('refused', 'kernel.id-taken', {}, { cause: error })
  }
}
