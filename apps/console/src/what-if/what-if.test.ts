import { madeUpSizing } from '@jobly/lab/fixtures/results';
import request from 'supertest';
import type { WhatIf } from '../../api/what-if';
import { type TestLab, testLab } from '../lab.fixture';

let lab: TestLab;
beforeEach(() => (lab = testLab()));
afterEach(() => lab.remove());

const asked = (query = '') => request(lab.app).get(`/api/what-if${query}`).set('Host', '127.0.0.1');
const answered = async (query?: string) => (await asked(query).expect(200)).body as WhatIf;
const measured = (startedAt: string) => ({ experiment: 'what-if', startedAt, sizing: madeUpSizing() });
const busyIn = ({ rows }: WhatIf) => rows.find(({ figure }) => figure === 'CPUs busy')!.cells.map(parseFloat);

describe('what if', () => {
  it('is answered with the last valid run of this machine, or else with the committed one', async () => {
    lab.put('baseline/what-if', measured('2026-03-09T12:00:00.000Z'));
    expect((await answered()).measured).toMatchObject({ id: 'kept/what-if', kept: true, launches: 3 });
    lab.put('lab-results/one', measured('2026-03-02T12:00:00.000Z'));
    lab.put('lab-results/two', measured('2026-03-01T12:00:00.000Z'));
    lab.put('lab-results/three', { ...measured('2026-03-03T12:00:00.000Z'), valid: false, reasons: ['Late.'] });
    expect((await answered()).measured).toMatchObject({ id: 'here/one', kept: false });
  });

  it('has figures with intervals for each stack, which follow what is assumed', async () => {
    lab.put('baseline/what-if', measured('2026-03-01T12:00:00.000Z'));
    const usual = await answered();
    expect(usual.stacks).toEqual(['monolith', 'micro']);
    expect(usual.rows.find(({ figure }) => figure === 'p50')!.cells[0]).toMatch(/^[\d.]+ ms \([\d.]+ to [\d.]+\)$/);
    const doubled = await answered('?rate=1000');
    expect(doubled.assumptions.find(({ name }) => name === 'rate')!.value).toBe('1000');
    expect(busyIn(doubled)[0]).toBeGreaterThan(1.5 * busyIn(usual)[0]!);
  });

  it('says what cannot be assumed, and calculates nothing from it', async () => {
    lab.put('baseline/what-if', measured('2026-03-01T12:00:00.000Z'));
    const { wrong, rows, said } = await answered('?reads=120&replicas=%3Cb%3E&rate=10');
    expect(Object.keys(wrong)).toEqual(['reads', 'replicas']);
    expect(wrong['reads']).toBe('Of them reads: must be a number from 0 % to 100 %, not "120".');
    expect([rows, said]).toEqual([[], Object.values(wrong).join(' ')]);
  });

  it('is drawn for lower and higher rates, and no further than a stack can serve', async () => {
    lab.put('baseline/what-if', measured('2026-03-01T12:00:00.000Z'));
    const pointsOf = async (query: string) => {
      const path = `/pictures/what-if/p50.svg?${query}`;
      const { body } = await request(lab.app).get(path).set('Host', '127.0.0.1').expect('Content-Type', /svg/);
      return String(body).split('class="whisker"').length - 1;
    };
    expect(await pointsOf('rate=500')).toBe(2 * 9);
    const fixed = await pointsOf('rate=500&replicas=1');
    expect([fixed > 0, fixed < 2 * 9]).toEqual([true, true]);
    for (const nothing of ['p50.svg?rate=100000&replicas=1', 'toString.svg'])
      await request(lab.app).get(`/pictures/what-if/${nothing}`).set('Host', '127.0.0.1').expect(404);
  });

  it('says how to measure coefficients where there are none', async () => {
    const { body } = await asked().expect(400);
    expect(body).toMatchObject({ error: { message: expect.stringContaining('npm run lab -- what-if --quick') } });
  });
});
