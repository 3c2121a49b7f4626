import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import type { Experiments, RunsCompared } from '../../api/experiments';
import { type TestLab, testLab } from '../lab.fixture';

let lab: TestLab;
beforeEach(() => (lab = testLab()));
afterEach(() => lab.remove());

const get = (path: string) => request(lab.app).get(path).set('Host', '127.0.0.1');
const pictureAt = async (url: string) =>
  String(
    (
      await get(`/${url}`)
        .expect(200)
        .expect('Content-Type', /^image\/svg/)
    ).body,
  );
const found = async () => (await get('/api/experiments').expect(200)).body as Experiments;
const idsOf = ({ experiments }: Experiments) => experiments.flatMap(({ runs }) => runs.map(({ id }) => id));

describe('the runs of the lab', () => {
  it('are listed with what they found and whether it counts, the latest first', async () => {
    const { conclusion } = lab.put('lab-results/one', { startedAt: '2026-03-01T12:00:00.000Z' });
    lab.put('lab-results/two', { startedAt: '2026-03-02T12:00:00.000Z', valid: false, reasons: ['It was late.'] });
    lab.put('baseline/kept', { startedAt: '2026-02-01T12:00:00.000Z' });
    const [{ runs } = { runs: [] }] = (await found()).experiments;
    expect(runs.map(({ id, kept, state }) => [id, kept, state])).toEqual([
      ['here/two', false, 'invalid'],
      ['here/one', false, 'valid'],
      ['kept/kept', true, 'valid'],
    ]);
    expect(runs[0]).toMatchObject({ verdict: 'Invalid, because it was late.', uncounted: conclusion.verdict });
    expect(runs[1]).toMatchObject({ verdict: conclusion.verdict, uncounted: null });
  });

  it('are found in a lecture, too, and read again when they have changed', async () => {
    lab.put('lab-results/lecture/cache', { startedAt: '2026-03-01T12:00:00.000Z' });
    expect(idsOf(await found())).toEqual(['here/lecture/cache']);
    lab.put('lab-results/lecture/cache', { startedAt: '2026-03-01T12:00:00.000Z', valid: false, reasons: ['Late.'] });
    expect((await found()).experiments[0]!.runs[0]!.state).toBe('invalid');
  });

  it('that cannot be read are named with the reason, and hide no other', async () => {
    lab.put('lab-results/good');
    lab.write('lab-results/half/results.json', '{"format":');
    lab.write('lab-results/large/results.json', '');
    truncateSync(join(lab.directory, 'lab-results/large/results.json'), 65 * 2 ** 20);
    const { broken, experiments } = await found();
    expect(broken.map(({ id }) => id)).toEqual(['here/large', 'here/half']);
    expect(broken[0]!.sentence).toMatch(/is too large to be shown here \(65 MiB\)\.$/);
    expect(broken[1]!.sentence).toMatch(/is not a results file that this lab can read/);
    expect(idsOf({ broken, experiments, lab: null })).toEqual(['here/good']);
  });

  it('are neither what a run that goes on has begun, nor what a link leads to', async () => {
    lab.write('lab-results/running/results.json', '');
    lab.put('elsewhere/run');
    symlinkSync(join(lab.directory, 'elsewhere/run'), join(lab.directory, 'lab-results/linked'));
    mkdirSync(join(lab.directory, 'lab-results/linked-file'));
    symlinkSync(
      join(lab.directory, 'elsewhere/run/results.json'),
      join(lab.directory, 'lab-results/linked-file/results.json'),
    );
    const { broken, experiments } = await found();
    expect([...broken, ...idsOf({ broken, experiments, lab: null })]).toEqual([]);
  });

  it('are none where none has been made', async () => {
    expect(idsOf(await found())).toEqual([]);
  });
});

describe('a run', () => {
  it('has its page, which runs nothing and has none of the console’s rights', async () => {
    const { question } = lab.put('lab-results/one');
    const { text, headers } = await get('/reports/here/one/report.html').expect(200);
    expect(text).toContain(question);
    expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'; /);
  });

  it('has pictures: drawn, or as the baseline keeps them', async () => {
    lab.put('lab-results/one');
    lab.put('baseline/kept');
    writeFileSync(join(lab.directory, 'baseline/kept/waterfall.svg'), '<svg>kept</svg>');
    const [drawn] = (await get('/api/pictures/here/one').expect(200)).body as { url: string }[];
    expect(await pictureAt(drawn!.url)).toMatch(/^<svg /);
    const kept = (await get('/api/pictures/kept/kept')).body as { url: string }[];
    expect(kept).toEqual([{ name: 'waterfall', url: 'pictures/kept/kept/waterfall.svg' }]);
    expect(await pictureAt(kept[0]!.url)).toBe('<svg>kept</svg>');
  });

  it.each([
    '/reports/here/..%2f..%2fetc/report.html',
    '/reports/kept/%2e%2e/report.html',
    '/pictures/kept/kept/..%2fresults.svg',
    '/api/pictures/here/none',
    '/api/compared?first=here/none&next=kept/kept',
  ])('is not found at %s', async (path) => {
    lab.put('baseline/kept');
    await get(path).expect(404);
  });

  it('stands beside another one of its experiment, with what the lab says of the two', async () => {
    lab.put('lab-results/one');
    lab.put('baseline/kept');
    const body = (await get('/api/compared?first=kept/kept&next=here/one').expect(200)).body as RunsCompared;
    expect([body.first.id, body.next.id]).toEqual(['kept/kept', 'here/one']);
    expect(body.tables.map(({ title }) => title)).toContain('Do the two runs say the same?');
    const { text } = await get('/reports/both.html?first=kept/kept&next=here/one').expect(200);
    expect(text).toContain('2 runs side by side');
  });

  it('does not stand beside one of another experiment, or beside none', async () => {
    lab.put('lab-results/one');
    lab.put('baseline/kept', { experiment: 'what-if' });
    const { body } = await get('/api/compared?first=kept/kept&next=here/one').expect(400);
    expect(body).toEqual({ error: { status: 400, message: expect.stringMatching(/^One run is of what-if /) } });
    await get('/api/compared?first=kept/kept&next=a&next=b').expect(400);
  });
});
