import { defineConfig } from 'vitest/config';
import { alias } from './aliases.ts';

export default defineConfig({
  resolve: { alias },
  test: { include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts'], testTimeout: 60_000 },
});
