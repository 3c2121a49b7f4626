import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '@jobly/lab/instrument';
import { madeUpResults, madeUpSizing } from '@jobly/lab/fixtures/results';
import { answersInWords, type Scenario, type Table } from '@jobly/lab/results';
import { answerCommand } from './answer-command';

const directory = mkdtempSync(join(tmpdir(), 'lab-answer-'));
afterAll(() => rmSync(directory, { recursive: true }));

const sizing = madeUpSizing();

async function answered(...parameters: string[]) {
  const said: string[] = [];
  const log = import.meta.jest.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
  try {
    await answerCommand()
      .exitOverride()
      .configureOutput({ writeErr: () => {} })
      .parseAsync([directory, ...parameters], { from: 'user' });
  } finally {
    log.mockRestore();
  }
  return said.join('\n');
}

const write = (results: object) => writeFileSync(join(directory, 'results.json'), JSON.stringify(results));

describe('answer', () => {
  it('calculates another load from the coefficients of a run', async () => {
    write(madeUpResults({ experiment: 'what-if', sizing }));
    const scenario = { ...sizing.scenario, rate: 800, roundTrip: 2 } as unknown as Scenario;
    const [p50] = answersInWords(sizing.stacks, scenario);
    const text = await answered('--rate', '800', '--round-trip', '2ms');
    expect(text).toMatch(/^800 requests a second, /);
    for (const cell of p50!.cells) expect(text).toContain(cell);
    const json = await answered('--rate', '800', '--round-trip', '2ms', '--json');
    const { scenario: asked, tables } = JSON.parse(json) as { scenario: Scenario; tables: [Table] };
    expect(asked).toEqual(scenario);
    expect(tables[0].rows[0]).toEqual(['p50', ...p50!.cells]);
  });

  it('says first that the run does not count, if it does not', async () => {
    write(madeUpResults({ experiment: 'what-if', sizing, valid: false, reasons: ['The generator was late.'] }));
    const expected = /^Invalid, because the generator was late\. Were it valid, it would say: 800 requests a second, /;
    expect(await answered('--rate', '800')).toMatch(expected);
    const { valid, verdict } = JSON.parse(await answered('--rate', '800', '--json'));
    expect([valid, verdict]).toEqual([false, expect.stringMatching(expected)]);
  });

  it('refuses what cannot be, and a run without coefficients, in a sentence', async () => {
    write(madeUpResults({ experiment: 'what-if', sizing }));
    await expect(answered('--reads', '120%')).rejects.toThrow('It must be a number from 0 % to 100 %, not "120%".');
    write(madeUpResults());
    await expect(answered()).rejects.toThrow(Failure);
  });
});
