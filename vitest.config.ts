import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/generate.ts',
    pool: 'threads',
    isolate: false,
  },
});
