import { down } from './down';
import { fakeKubectl } from './fake-kubectl.fixture';
import { up } from './up';

const target = { topology: 'micro', namespace: 'jobly-micro', version: '0.1.0' } as const;
const { signal } = new AbortController();
const bringUp = (more = {}) => up({ ...target, ...more }, { build: false }, signal);

/** Progress is for people. */
beforeEach(() => void import.meta.jest.spyOn(console, 'error').mockImplementation(() => {}));

let fake: ReturnType<typeof fakeKubectl>;
const kubectl = (answers: Parameters<typeof fakeKubectl>[0] = {}) => (fake = fakeKubectl(answers));
afterEach(() => fake.remove());

const decoded = (data: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]));
const secret = (name: string) =>
  decoded(fake.given().find((one) => one.kind === 'Secret' && one.metadata.name === name)?.data);

describe('up', () => {
  it('makes the secrets that pods ask for: a key of each service’s own, and what several share only once', async () => {
    kubectl();
    await bringUp();
    expect(Object.keys(secret('users-secrets')).sort()).toEqual([
      'jwt-private-key.pem',
      'jwt-secret',
      'seed-password',
      'users-internal-secret',
      'users-service-private-key.pem',
    ]);
    expect(secret('users-secrets')['jwt-private-key.pem']).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(secret('jobs-secrets')['jwt-secret']).toBe(secret('users-secrets')['jwt-secret']);
    expect(secret('gateway-secrets')['users-internal-secret']).toBe(secret('users-secrets')['users-internal-secret']);
    const { password, url } = secret('users-database');
    expect(url).toBe(`postgresql://jobly:${password}@users-postgres:5432/jobly_users`);
    expect(secret('jobs-database')['password']).not.toBe(password);
  });

  it('leaves secrets that are there as they are, and adds what they lack', async () => {
    const data = { password: Buffer.from('mine').toString('base64') };
    kubectl({ secrets: [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'jobs-database' }, data }] });
    await bringUp();
    const url = 'postgresql://jobly:mine@jobs-postgres:5432/jobly_jobs';
    expect(secret('jobs-database')).toEqual({ password: 'mine', url });
    expect(fake.commands().filter((one) => one.startsWith('replace'))).toHaveLength(1);
  });

  it('migrates before anything that serves is changed', async () => {
    kubectl();
    await bringUp();
    const kinds = fake.given().map(({ kind }) => kind);
    expect(kinds.lastIndexOf('Job')).toBeLessThan(kinds.indexOf('Deployment'));
    const waits = fake.commands().findIndex((one) => one.startsWith('get jobs'));
    expect(waits).toBeLessThan(fake.commands().findIndex((one) => one.startsWith('rollout status')));
  });

  it('changes nothing that serves if a migration fails, and repeats its last words', async () => {
    const status = { conditions: [{ type: 'Failed', status: 'True' }] };
    kubectl({ jobs: [{ metadata: { name: 'jobs-migration' }, status }] });
    await expect(bringUp()).rejects.toThrow(
      'jobs-migration has failed, so what serves has been left as it was:\nMigration 1_x failed and was taken back.',
    );
    expect(fake.given().map(({ kind }) => kind)).not.toContain('Deployment');
  });

  it('names an image that is not there', async () => {
    const waiting = { reason: 'ErrImageNeverPull', message: 'it is not present' };
    kubectl({
      jobs: [{ metadata: { name: 'jobs-migration' } }],
      pods: [
        {
          metadata: { name: 'jobs-migration-x' },
          spec: { containers: [{ name: 'jobs', image: 'jobly/jobs-service:9' }] },
          status: { containerStatuses: [{ name: 'jobs', state: { waiting } }] },
        },
      ],
    });
    await expect(bringUp({ version: '9' })).rejects.toThrow(
      'jobs-migration-x cannot start from jobly/jobs-service:9: ErrImageNeverPull it is not present; build it, or name',
    );
  });

  it('takes the images of a version from a registry', async () => {
    kubectl();
    await bringUp({ version: '0.2.0', registry: 'registry.example/team/' });
    const images = JSON.stringify(fake.given()).match(/(?<="image":")[^"]*jobly[^"]*/g);
    expect(new Set(images)).toContain('registry.example/team/jobly/users-service:0.2.0');
    expect(images?.filter((image) => !image.startsWith('registry.example/team/'))).toEqual([]);
  });
});

describe('One sentence, and nothing done, for', () => {
  it.each([
    ['a version that is no tag', {}, { version: 'a b' }, 'A version is a tag of an image, such as 0.2.0, not "a b".'],
    [
      'an old cluster',
      { version: { major: '1', minor: '29+' } },
      {},
      'runs Kubernetes 1.29+; it must be 1.30 or newer',
    ],
  ])('%s', async (_, answers, more, sentence) => {
    kubectl(answers);
    await expect(bringUp(more)).rejects.toThrow(sentence);
    expect(fake.given()).toEqual([]);
  });

  it('images that have no way to the cluster', async () => {
    kubectl({ context: 'production' });
    await expect(up(target, { build: true }, signal)).rejects.toThrow(
      'The context production is neither kind nor minikube; say with --registry where its nodes get images from.',
    );
    expect(fake.given()).toEqual([]);
  });

  it('no kubectl', async () => {
    kubectl();
    process.env['PATH'] = '/nowhere';
    await expect(bringUp()).rejects.toThrow(/^There is no kubectl here; install it/);
  });

  it('a namespace of somebody else', async () => {
    kubectl({ namespace: { metadata: { labels: { team: 'other' } } } });
    await expect(down('jobly-micro', { volumes: true }, signal)).rejects.toThrow('is not labelled as Jobly’s');
    expect(fake.commands().filter((one) => one.startsWith('delete'))).toEqual([]);
  });
});

describe('down', () => {
  const ours = { metadata: { labels: { 'app.kubernetes.io/part-of': 'jobly' } } };
  const deletions = () => fake.commands().filter((one) => one.startsWith('delete'));

  it('removes what is labelled, and leaves data and secrets', async () => {
    kubectl({ namespace: ours });
    await down('jobly-micro', { volumes: false }, signal);
    expect(deletions()).toHaveLength(1);
    expect(deletions()[0]).toContain('--selector app.kubernetes.io/part-of=jobly');
    expect(deletions()[0]).not.toMatch(/secrets|persistentvolumeclaims/);
  });

  it('removes these, too, with --volumes', async () => {
    kubectl({ namespace: ours });
    await down('jobly-micro', { volumes: true }, signal);
    expect(deletions()[0]).toMatch(/persistentvolumeclaims,secrets/);
  });
});
