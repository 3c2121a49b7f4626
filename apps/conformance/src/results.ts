import { z } from 'zod';

/** The message of results-reporter.mjs. */
const files = z.array(
  z.object({
    path: z.string(),
    failure: z.string().nullable(),
    tests: z.array(z.object({ name: z.string(), status: z.string(), failures: z.array(z.string()) })),
  }),
);

export interface Results {
  passed: number;
  /** Tests that need undeclared capabilities, and tests that were not requested. */
  skipped: number;
  failures: { test: string; message: string }[];
}

/** Counts Jest's results. A file that could not even be loaded counts as one failure. */
export function countResults(reported: unknown): Results {
  const reports = files.parse(reported);
  const tests = reports.flatMap((file) => file.tests);
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    skipped: tests.filter(({ status }) => status === 'pending').length,
    failures: [
      ...reports.flatMap(({ path, failure, tests }) =>
        failure && tests.length === 0 ? [{ test: path, message: failure.trim() }] : [],
      ),
      ...tests
        .filter(({ status }) => status === 'failed')
        .map(({ name, failures }) => ({ test: name, message: failures.join('\n') })),
    ],
  };
}
