import { configDefaults, defineConfig } from 'vitest/config';
import { together } from './test/together.ts';

const testsOfThese = together.map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...testsOfThese],
        },
      },
      { extends: true, test: { name: 'together', include: testsOfThese, isolate: false } },
    ],
  },
});
