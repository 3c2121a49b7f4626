import { countResults } from './results';

const reported = (name: string, status: string) => ({ name, status, failures: ['why', 'where'] });

test('what Jest reports is counted, a file that could not be loaded as one failure', () => {
  const results = countResults([
    {
      path: '/suite/jobs.test.ts',
      failure: 'one failed',
      tests: [reported('a', 'passed'), reported('b', 'passed'), reported('c', 'failed'), reported('d', 'pending')],
    },
    { path: '/suite/broken.test.ts', failure: 'SyntaxError: …\n', tests: [] },
    { path: '/suite/empty.test.ts', failure: null, tests: [] },
  ]);
  expect(results).toEqual({
    passed: 2,
    skipped: 1,
    failures: [
      { test: '/suite/broken.test.ts', message: 'SyntaxError: …' },
      { test: 'c', message: 'why\nwhere' },
    ],
  });
});
