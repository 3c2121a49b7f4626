import { announceMeasurement } from '@jobly/stack';
import request from 'supertest';
import type { Experiments, LabRun } from '../../api/experiments';
import type { ConsoleState } from '../../api/state';
import { compose } from '../compose';
import { type TestLab, testLab } from '../lab.fixture';
import { listening } from '../live/listening.fixture';
import { workspace } from '../workspace';
import { fakeLauncher } from '../launcher.fixture';

let lab: TestLab;
beforeEach(() => (lab = testLab()));
afterEach(() => lab.remove());

const post = (path: string, body: object, app = lab.app) => request(app).post(path).set('Host', '127.0.0.1').send(body);
const run = (experiment: string, app = lab.app) => post('/api/lab/run', { experiment }, app);
const stop = (app = lab.app) => post('/api/lab/stop', {}, app);
const lastRun = async () =>
  ((await request(lab.app).get('/api/experiments').set('Host', '127.0.0.1')).body as Experiments).lab;

const ended = ['lab', (run: LabRun) => run.ended !== null] as const;

describe('the lab, run from the console', () => {
  it('makes a quick run, whose progress all pages hear', async () => {
    const { until, close } = await listening(lab.app);
    await run('compare').expect(202);
    expect(await until(...ended)).toMatchObject({ lines: ['With --quick …'], ended: 'Measured, and valid.' });
    expect(await lastRun()).toMatchObject({ experiment: 'compare', id: expect.stringMatching(/^here\/.+-compare$/) });
    close();
  });

  it('says what it said last when it fails', async () => {
    const { until, close } = await listening(lab.app);
    await run('fails').expect(202);
    expect((await until(...ended)).ended).toBe('Failed. It said: There is no nginx.');
    close();
  });

  it('makes one run at a time, and stops it as Ctrl-C does', async () => {
    const { until, close } = await listening(lab.app);
    await run('waits').expect(202);
    await until<LabRun>('lab', ({ lines }) => lines.length > 0);
    const { body } = await run('compare').expect(409);
    expect(body).toMatchObject({ error: { message: expect.stringMatching(/^The lab measures waits already\./) } });
    await stop().expect(202);
    expect(await until(...ended)).toMatchObject({ stopping: true, ended: expect.stringMatching(/^Stopped\./) });
    await stop().expect(409);
    close();
  });

  it('does not start while it measures elsewhere on this machine', async () => {
    const withdraw = announceMeasurement('index', lab.announcements);
    expect((await run('compare').expect(409)).body).toMatchObject({
      error: { message: expect.stringContaining('index already') },
    });
    withdraw();
    await run('compare').expect(202);
  });

  it.each([{ experiment: '--help' }, { experiment: 'list' }, { experiment: ['compare'] }, {}])(
    'runs nothing but its experiments: not %j',
    async (body) => {
      await post('/api/lab/run', body).expect(400);
      expect(await lastRun()).toBeNull();
    },
  );

  it('is not started by a page of another site', async () => {
    await run('compare').set('Origin', 'http://jobly.example').expect(403);
  });
});

describe('the lab itself', () => {
  const { TMPDIR } = process.env;
  afterEach(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  });

  it('is known to measure by all pages, from its beginning to its end', async () => {
    // Apart from what else is measured on this machine. The experiment starts no stacks.
    process.env.TMPDIR = lab.announcements;
    const { announcements } = lab;
    const place = { ...workspace, announcements, results: `${lab.directory}/lab-results` };
    const app = compose({ LOG_LEVEL: 'silent', CONSOLE_PORT: 0, SEED_PASSWORD: '' }, fakeLauncher([]).launcher, place);
    const { until, close } = await listening(app);
    await run('coordinated-omission', app).expect(202);
    await until<ConsoleState>('state', ({ measuring }) => measuring === 'coordinated-omission');
    await stop(app).expect(202);
    await until(...ended);
    await until<ConsoleState>('state', ({ measuring }) => measuring === null);
    close();
  });
});
