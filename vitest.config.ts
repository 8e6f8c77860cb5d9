import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'tests/**/*.test.ts'],
    isolate: false,
    pool: 'threads',
    testTimeout: 20_000,
    env: { SKYWORTHY_CACHE: join(tmpdir(), 'skyworthy-tests-cache') },
  },
});

export default config;
