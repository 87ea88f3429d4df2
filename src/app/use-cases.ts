import { kernelProblems } from '#kernel/lang/problems.ts'
import type { Sentences } from '#kernel/lang/problem.ts'
import type { UseCase } from '#kernel/server/use-case.ts'
import { orgProblems } from '#features/org/problems.ts'
import { orgUseCases } from '#features/org/server/index.ts'

/** Every feature that is part of this house, from the ground up. Endpoints, documents and tests are read off this list. */
export const useCases: readonly UseCase[] = [...orgUseCases]

export const sentences: Sentences = { ...kernelProblems, ...orgProblems }
