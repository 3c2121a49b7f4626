import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import { type FakeJobly, type Fault, startFakeJobly } from '@jobly/lab/fixtures/system-under-test';
import { results } from '@jobly/lab/results';
import { experiments } from '../experiments';

// Each test starts processes, and some run an experiment.
import.meta.jest.setTimeout(60_000);

const directory = mkdtempSync(join(tmpdir(), 'lab-test-'));
const out = join(directory, 'results');
const json = join(out, 'results.json');
const fakes: FakeJobly[] = [];

afterEach(async () => {
  rmSync(out, { recursive: true, force: true });
  await closeServers();
  for (const fake of fakes.splice(0)) await fake.close();
});
afterAll(() => rmSync(directory, { recursive: true }));

async function fake(fault?: Fault): Promise<FakeJobly> {
  const started = await startFakeJobly(fault);
  fakes.push(started);
  return started;
}

function lab(...parameters: string[]) {
  return labIn({}, ...parameters);
}

function labIn(environment: NodeJS.ProcessEnv, ...parameters: string[]) {
  const child = spawn(process.execPath, ['dist/apps/lab/main.js', ...parameters], {
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', FORCE_COLOR: '', ...environment },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  const ended = new Promise<{ code: number | null; output: string; sentence: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output, sentence: errors.trim().split('\n').at(-1) ?? '' }));
  });
  const measuring = new Promise<void>((resolve) => {
    child.stderr.on('data', () => errors.includes('Measuring') && resolve());
  });
  return { measuring, interrupt: () => child.kill('SIGINT'), ended };
}

const SHORT = ['--quick', '--operations', 'job-detail', '--blocks', '6', '--rate', '50'];

const compare = (monolith: string, micro: string, ...more: string[]) =>
  lab('compare', ...SHORT, '--out', out, '--monolith', monolith, '--micro', micro, ...more);

/** More than one block has, including warm-up and the opening of connections, and fewer than three. */
const REQUESTS_OF_TWO_BLOCKS = 90;

const readResults = () => results.parse(JSON.parse(readFileSync(json, 'utf8')));

const NOBODY = 'http://127.0.0.1:1';

describe('the lab', () => {
  it('lists its experiments, one question each', async () => {
    const { code, output } = await lab().ended;
    expect(code).toBe(0);
    for (const name of ['compare', 'throughput', 'layers', 'bare', 'aa', 'coordinated-omission', 'calibrate'])
      expect(output).toMatch(new RegExp(`^  ${name} +[^?]+\\?$`, 'm'));
    expect(output.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('tells programs what is expected of each experiment, how long it takes, and what shows it', async () => {
    const listed = JSON.parse((await lab('list', '--json').ended).output) as Record<string, unknown>[];
    expect(listed.map(({ name }) => name)).toEqual(experiments.map(({ name }) => name));
    expect(listed.find(({ name }) => name === 'cache')).toEqual({
      name: 'cache',
      question: expect.stringMatching(/\?$/),
      hypothesis: expect.stringMatching(/\.$/),
      needsNginx: true,
      quickMinutes: expect.any(Number),
      picture: expect.stringMatching(/^tradeoff-/),
    });
    expect((await lab('list').ended).output).toBe((await lab().ended).output);
  });

  it('is announced on this machine while it measures, and no longer', async () => {
    const announced = mkdtempSync(join(directory, 'announced-'));
    const at = [(await fake()).origin, (await fake()).origin];
    const given = ['--monolith', at[0]!, '--micro', at[1]!, '--out', out];
    const run = labIn({ TMPDIR: announced }, 'compare', ...SHORT, ...given);
    await run.measuring;
    expect(readdirSync(announced)).toContainEqual(expect.stringMatching(/^jobly-lab\.compare\./));
    run.interrupt();
    await run.ended;
    expect(readdirSync(announced).filter((name) => name.startsWith('jobly-lab'))).toEqual([]);
  });

  it('offers the flags of a study, and only there', async () => {
    expect((await lab('complexity', '--help').ended).output).toMatch(/^ +--running +also starts both stacks/m);
    const { code, sentence } = await lab('aa', '--running').ended;
    expect([code, sentence]).toEqual([1, "error: unknown option '--running'"]);
  });

  it('offers a study to do less, or one thing of several', async () => {
    const { output } = await lab('change', '--help').ended;
    expect(output).toMatch(/^ +--no-suite +does not run the conformance suite/m);
    expect(output).toMatch(/^ +--feature <name> +only this one: /m);
  });

  it('offers data of a size wherever stacks are started, unless the experiment fills them itself', async () => {
    expect((await lab('faults', '--help').ended).output).toMatch(/^ +--data <size>/m);
    const { code, sentence } = await lab('index', '--data', '1k').ended;
    expect([code, sentence]).toEqual([1, "error: unknown option '--data'"]);
  });

  it('lists them under their heading in its help, too', async () => {
    const { output } = await lab('--help').ended;
    expect(output).toMatch(/^Experiments:\n {2}compare /m);
    expect(output).toMatch(/^Results:\n {2}report /m);
  });

  it('compares two stacks and writes down everything it found', async () => {
    const { code, output } = await compare((await fake()).origin, (await fake()).origin).ended;
    const found = readResults();
    expect(code).toBe(found.valid ? 0 : 3);
    expect(found).toMatchObject({ experiment: 'compare', outcome: 'complete', settings: { seed: 1, stacks: 'given' } });
    expect(found.blocks).toHaveLength(18);
    expect(found.summaries.map(({ arm }) => arm)).toEqual(['monolith', 'micro', 'monolith again']);
    expect(found.summaries.every(({ requests, failed }) => requests === 6 * 36 && failed === 0)).toBe(true);
    expect(found.comparisons.map(({ other, metric }) => `${other}: ${metric}`)).toContain('micro: response p50');
    for (const word of ['GET /jobs/:id', 'micro ÷ monolith', 'schedule error p99']) expect(output).toContain(word);
    expect(output).not.toContain('\u001b');
  });

  it('is told how precise to be, draws a page, and prints all in JSON and nothing else when asked to', async () => {
    const precise = ['--blocks', '8', '--precision', '99%', '--json'];
    const { output } = await compare((await fake()).origin, (await fake()).origin, ...precise).ended;
    expect(results.parse(JSON.parse(output))).toEqual(readResults());
    const { blocks, settings } = readResults();
    expect(settings).toMatchObject({ blocks: 8, precision: 0.99 });
    // Whether it stops early depends on the machine's noise.
    expect([18, 21, 24]).toContain(blocks.length);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('GET /jobs/:id');
  });

  it('finds out a stack that stops doing its work once it is measured', async () => {
    const micro = await fake();
    const run = compare((await fake()).origin, micro.origin);
    await run.measuring;
    micro.hollow();
    const { code, output } = await run.ended;
    const { valid, reasons, blocks } = readResults();
    expect([code, valid]).toEqual([3, false]);
    expect(reasons.join()).toMatch(/"answers that differ" was not passed: \d+ of \d+, first: GET \/jobs\/\d at /);
    expect(output).toContain('answers that differ');
    // An eighth of 26 requests in each block, and all but the first of the run are known by then.
    expect(blocks.reduce((sum, { answers }) => sum + answers!.compared, 0)).toBeGreaterThan(18 * 3 - 6);
  });

  it('keeps what it measured when it is interrupted', async () => {
    const micro = await fake();
    const run = compare((await fake()).origin, micro.origin);
    await run.measuring;
    micro.after(REQUESTS_OF_TWO_BLOCKS, run.interrupt);
    const { code, output } = await run.ended;
    const found = readResults();
    expect(code).toBe(130);
    expect(found).toMatchObject({ outcome: 'interrupted', valid: false });
    expect(found.blocks.length).toBeGreaterThan(0);
    expect(output).toContain('The run is incomplete. It was interrupted.');
  });

  it('keeps what it measured when a stack dies, and says which', async () => {
    const micro = await fake();
    const run = compare((await fake()).origin, micro.origin);
    await run.measuring;
    micro.after(REQUESTS_OF_TWO_BLOCKS, () => void micro.close());
    const { code, output } = await run.ended;
    const found = readResults();
    expect(code).toBe(1);
    expect(found).toMatchObject({ outcome: 'failed', valid: false });
    expect(found.blocks.length).toBeGreaterThan(0);
    expect(output).toMatch(/The run is incomplete. .* requests to the micro at .* failed/);
  });
});

describe('the lab refuses, in one sentence,', () => {
  const refused = async (run: ReturnType<typeof lab>, sentence: string | RegExp) => {
    const ended = await run.ended;
    expect(ended.sentence).toMatch(sentence);
    expect(ended.code).toBe(1);
    expect(existsSync(out)).toBe(false);
  };

  it('one server given twice', async () => {
    const { origin } = await fake();
    await refused(compare(origin, origin), '--monolith and --micro name the same server');
  });

  it('one server given under two names', async () => {
    const { origin } = await fake();
    await refused(compare(origin, origin.replace('127.0.0.1', 'localhost')), 'are one server');
  });

  it('an address where nobody listens', async () => {
    await refused(compare(NOBODY, (await fake()).origin), /127.0.0.1:1 does not answer GET .*: connect ECONNREFUSED/);
  });

  it('a server that is not Jobly', async () => {
    const stranger = await startTestServer((_request, response) => void response.end('hello'));
    await refused(compare(stranger, (await fake()).origin), 'given as the monolith, is not Jobly');
  });

  it('a stack that answers 500', async () => {
    await refused(compare((await fake()).origin, (await fake({ status: 500 })).origin), /^The micro at .* answers 500/);
  });

  it('stacks that do not do the same', async () => {
    const other = await fake({ title: 'Other' });
    await refused(compare((await fake()).origin, other.origin), /^The stacks do not do the same: /);
  });

  it('a directory that cannot be written into, before it measures anything', async () => {
    const file = join(directory, 'a-file');
    writeFileSync(file, '');
    await refused(compare(NOBODY, NOBODY, '--out', join(file, 'results')), /^The results cannot be written to /);
  });

  it('a server of this machine that is not there, whatever proxy the environment names', async () => {
    const proxies = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: 'http://127.0.0.1:9', http_proxy: 'http://127.0.0.1:9' };
    const origins = ['--monolith=http://127.0.0.5:1', '--micro', 'http://127.0.0.5:2'];
    await refused(labIn(proxies, 'compare', ...SHORT, '--out', out, ...origins), /127\.0\.0\.5:[12]\.?$/);
  });

  it('operations, numbers and addresses that make no sense', async () => {
    await refused(lab('compare', '--operations', 'nonsense'), /^There is no operation "nonsense"; there are /);
    await refused(lab('compare', '--blocks', '7'), 'It must be even');
    await refused(lab('compare', '--blocks', '2147483648'), 'from 2 to 1000');
    await refused(lab('compare', '--rate', '0'), 'from 1 to 50000');
    await refused(lab('compare', '--rate', '2147483648'), 'from 1 to 50000');
    await refused(lab('compare', '--precision', '-3%'), 'It must be a percentage');
    await refused(lab('compare', '--monolith', 'ftp://a'), 'http');
    await refused(lab('compare', '--monolith', NOBODY), 'give both, or neither');
    await refused(lab('compare', '--launches', '2', '--blocks', '2'), /^4 pairs of blocks make no interval/);
    const given = ['--monolith', NOBODY, '--micro', NOBODY];
    await refused(lab('compare', '--launches', '3', ...given), 'for stacks that the lab starts');
    await refused(lab('change', '--feature', 'nonsense', '--out', out), /^There is no feature "nonsense"; there are /);
    await refused(lab('nonsense'), 'nonsense');
  });
});
