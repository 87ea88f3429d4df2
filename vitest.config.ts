import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/house/**/*.test.ts', 'test/kit/**/*.test.ts', 'test/attack/**/*.test.ts'],
    globalSetup: ['test/kit/database.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
})
