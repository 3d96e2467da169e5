import { configDefaults, defineConfig } from 'vitest/config';
import { together } from './test/together.ts';

const testsOfThese = together.map((folder) => `test/${folder}/**/*.test.ts`);
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...patience,
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...testsOfThese],
        },
      },
      { test: { ...patience, name: 'together', include: testsOfThese, isolate: false } },
    ],
  },
});
