import { invalidResults, madeUpResults } from '@jobly/lab/fixtures/results';
import { Failure } from '@jobly/lab/instrument';
import type { LectureSection } from '@jobly/lab/report';
import type { Results } from '@jobly/lab/results';
import { Interrupted } from '@jobly/lab/runner';
import { giveLecture } from './give-lecture';
import type { Lesson } from './lessons';

const lesson = (name: string, experiment: string, minutes = 1): Lesson => ({
  name,
  claim: `The claim of ${name}.`,
  measuring: { experiment, flags: [], minutes, evidence: { picture: 'forest' } },
});

const lessons = [lesson('one', 'auth', 2), lesson('two', 'cache', 3), lesson('three', 'auth', 2)];

/** Gives a lecture whose experiments end as they are told to, or else are valid. */
async function lecture(ends: Record<string, () => Results> = {}, given: readonly Lesson[] = lessons) {
  const controller = new AbortController();
  const pages: (readonly LectureSection[])[] = [];
  const measured: string[] = [];
  const said: string[] = [];
  const code = await giveLecture({
    lessons: given,
    signal: controller.signal,
    async measure({ experiment }) {
      measured.push(experiment);
      if (experiment === 'interrupted') controller.abort(new Interrupted());
      return (ends[experiment] ?? madeUpResults)();
    },
    keptOf: async (experiment) => (experiment === 'auth' ? madeUpResults({ experiment }) : undefined),
    publish: async (sections) => void pages.push(sections),
    say: (line) => said.push(line),
  });
  return { code, measured, said, pages, here: pages.at(-1)!.map((section) => section.here) };
}

const fail = (error: Error) => () => {
  throw error;
};

describe('a lecture', () => {
  it('runs what several lessons name once, and puts the kept run beside it', async () => {
    const { code, measured, pages } = await lecture();
    expect([code, measured]).toEqual([0, ['auth', 'cache']]);
    expect(pages.at(-1)!.map(({ kept }) => kept?.experiment)).toEqual(['auth', undefined, 'auth']);
  });

  it('says which of how many it measures, and how many minutes are left', async () => {
    const { said } = await lecture();
    expect(said.map((line) => line.trim())).toEqual([
      '1 of 2: npm run lab -- auth --quick, about 2 of the 5 minutes left',
      '2 of 2: npm run lab -- cache --quick, about 3 of the 3 minutes left',
    ]);
  });

  it('has a page before it measures anything, so that a place that cannot be written to is known at once', async () => {
    const { pages } = await lecture();
    expect(pages).toHaveLength(3);
    expect(pages[0]!.map(({ here }) => here)).toEqual(Array(3).fill(expect.stringMatching(/^Missing: /)));
  });

  it('goes on when an experiment fails, whatever the reason, and says so', async () => {
    const { code, here, said } = await lecture({ auth: fail(new Failure('No nginx.')) });
    expect(code).toBe(1);
    expect(here).toEqual(['Failed: No nginx.', expect.objectContaining({ valid: true }), 'Failed: No nginx.']);
    expect(said).toContain('No nginx.');
    expect((await lecture({ auth: fail(new TypeError('A mistake.')) })).here[1]).toMatchObject({ valid: true });
  });

  it('ends with 3 if figures do not count, and with 1 if an experiment failed as well', async () => {
    expect((await lecture({ auth: invalidResults })).code).toBe(3);
    const broken = fail(new Failure('No nginx.'));
    expect((await lecture({ auth: invalidResults, cache: broken })).code).toBe(1);
    const incomplete = () => invalidResults({ outcome: 'failed' });
    expect((await lecture({ auth: invalidResults, cache: incomplete })).code).toBe(1);
  });

  const interrupted = [lesson('one', 'auth'), lesson('two', 'interrupted'), lesson('three', 'cache')];

  it('keeps what was measured when it is interrupted, and says what is missing', async () => {
    const { code, measured, here } = await lecture({ interrupted: fail(new Interrupted()) }, interrupted);
    expect([code, measured]).toEqual([130, ['auth', 'interrupted']]);
    const missing = ['Missing: it was interrupted before anything', 'Missing: the lecture ended before'];
    expect(here).toEqual([
      expect.objectContaining({ valid: true }),
      ...missing.map((one) => expect.stringContaining(one) as unknown),
    ]);
  });

  it('keeps the part of an experiment that had been measured by then', async () => {
    const part = () => invalidResults({ outcome: 'interrupted' });
    const { code, here } = await lecture({ interrupted: part }, interrupted);
    expect(code).toBe(130);
    expect(here[1]).toMatchObject({ outcome: 'interrupted' });
  });
});
