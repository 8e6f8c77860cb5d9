import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'tests/**/*.test.ts'],
    isolate: false,
    pool: 'threads',
    testTimeout: 20_000,
  },
});
