import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** They take minutes where others take seconds: begun last, one of the two workers would stand and wait for them. */
const isLong = ({ moduleId }: TestSpecification): boolean => /\/(two-worlds|access-matrix)\.test\.ts$/.test(moduleId)

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)))
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/house/**/*.test.ts', 'test/kit/**/*.test.ts', 'test/attack/**/*.test.ts'],
    globalSetup: ['test/kit/database.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
  },
})
