import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/generate.ts',
    pool: 'threads',
    isolate: false,
    // A busy machine may take ten times as long as a quiet one; what hangs is ended all the same.
    testTimeout: 60_000,
  },
});
