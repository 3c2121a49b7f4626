import type { Random } from '../random';
import type { Value } from '../record/entries';
import type { Kind, LiveRecord, LiveRecords } from './live-records';
import type { Perform } from './recorder';

export interface Client {
  name: string;
  random: Random;
  live: LiveRecords;
  perform: Perform;
  /** A number that no client has had before: names and values that occur once tell who has written them. */
  fresh: () => number;
}

type Action = (client: Client) => Promise<unknown>;

type Named = 'company' | 'user';

const named: Record<Named, { path: string; of: (key: string, value: Value) => object; field: string }> = {
  company: {
    path: '/companies',
    of: (handle, description) => ({ handle, name: `History ${handle}`, description }),
    field: 'description',
  },
  user: {
    path: '/users',
    of: (username, firstName) => {
      return { username, firstName, lastName: 'History', email: 'history@example.com', password: 'correct horse' };
    },
    field: 'firstName',
  },
};

function create({ name, perform, fresh }: Client, target: LiveRecord, kind: Named) {
  const value = `v${fresh()}`;
  const { path, of } = named[kind];
  return perform({ client: name, does: 'create', target, value, asks: ['POST', path, of(target.key, value)] });
}

/** Others may use it before it is there, and learn that it is not. */
const createNamed =
  (kind: Named): Action =>
  async (client) => {
    if (client.live.isFull(kind)) return;
    const key = `history-${client.fresh()}`;
    const target = { kind, key, record: `${kind}/${key}`, path: `${named[kind].path}/${key}`, parents: [] };
    client.live.add(target);
    await create(client, target, kind);
  };

const createAgain =
  (kind: Named): Action =>
  async (client) => {
    const target = client.live.pick(kind);
    if (target) await create(client, target, kind);
  };

async function createJobIn({ name, perform, fresh, live }: Client, company: LiveRecord): Promise<void> {
  const key = `history-${fresh()}`;
  const salary = fresh();
  const target = { record: `job/${key}`, parents: [company.record] };
  const body = { title: key, salary, companyHandle: company.key };
  const { reply, outcome } = await perform({
    ...{ client: name, does: 'create', target, value: salary },
    asks: ['POST', '/jobs', body],
  });
  // Nobody can use a job whose id is not known, or whose company somebody deletes.
  if (outcome !== 'done' || !live.has(company.record)) return;
  const { job } = reply.body as { job: { id: number } };
  live.add({ ...target, kind: 'job', key, path: `/jobs/${job.id}` });
}

const createJob: Action = async (client) => {
  const company = client.live.isFull('job') ? undefined : client.live.pick('company');
  if (company) await createJobIn(client, company);
};

const apply: Action = async ({ name, live, perform }) => {
  const [user, job] = [live.pick('user'), live.pick('job')];
  if (!user || !job) return;
  const id = job.path.replace(/^.*\//, '');
  const target: LiveRecord = {
    kind: 'application',
    key: id,
    record: `application/${user.key}/${job.key}`,
    path: `${user.path}/jobs/${id}`,
    parents: [user.record, job.record, ...job.parents],
  };
  if (!live.has(target.record) && !live.isFull('application')) live.add(target);
  await perform({ client: name, does: 'create', target, value: 'applied', asks: ['POST', target.path] });
};

const fieldOf: Record<Exclude<Kind, 'application'>, string> = {
  company: named.company.field,
  user: named.user.field,
  job: 'salary',
};

const write =
  (kind: Exclude<Kind, 'application'>): Action =>
  async ({ name, live, perform, fresh }) => {
    const target = live.pick(kind);
    if (!target) return;
    const value = kind === 'job' ? fresh() : `v${fresh()}`;
    const asks = ['PATCH', target.path, { [fieldOf[kind]]: value }] as const;
    await perform({ client: name, does: 'write', target, value, asks: [...asks] });
  };

const read =
  (kind: Exclude<Kind, 'application'>): Action =>
  async ({ name, live, perform }) => {
    const target = live.pick(kind);
    if (!target) return;
    // Of a user's page, every application says something as well.
    const applications = kind === 'user' ? live.childrenOf(target.record) : [];
    await perform({
      ...{ client: name, does: 'read', target, asks: ['GET', target.path] },
      sees(body) {
        const found = (body as Record<string, Record<string, unknown>>)[kind]!;
        const ids = (found['applications'] ?? []) as number[];
        return [
          { record: target.record, parents: target.parents, value: found[fieldOf[kind]] as Value },
          ...applications.map(({ record, parents, key }) => {
            return { record, parents, value: ids.includes(Number(key)) ? 'applied' : null };
          }),
        ];
      },
    });
  };

/** Often somebody else adds a job to a company just then, or takes its handle anew. */
const remove =
  (kind: Exclude<Kind, 'application'>): Action =>
  async (client) => {
    const { name, live, perform, random } = client;
    const target = live.pick(kind);
    if (!target) return;
    live.retire(target.record);
    const deletion = perform({ client: name, does: 'delete', target, asks: ['DELETE', target.path] });
    if (kind === 'company' && random.next() < 0.5) await createJobIn({ ...client, name: `${name}'` }, target);
    await deletion;
    if (kind === 'job' || random.next() < 0.5) return;
    live.add(target);
    await create(client, target, kind);
  };

/** What clients do, each as often as it is listed. Users are rare, because every new one costs a password's hash. */
const actions: Action[] = [
  ...[createNamed('company'), createAgain('company'), createNamed('user'), createJob, createJob, createJob],
  ...[apply, apply, apply, apply],
  ...[write('company'), write('company'), write('job'), write('job'), write('user')],
  ...[read('company'), read('company'), read('job'), read('job'), read('user'), read('user'), read('user')],
];

/** So rare that most records are still there in the end, where what is lost or doubled shows. */
const rareActions: Action[] = [
  ...[remove('company'), remove('company'), remove('company'), remove('job'), remove('job'), remove('job')],
  ...[remove('user'), createAgain('user')],
];
const RARE = 0.06;

/** Does one thing with one record, or nothing if there is no such record. */
export async function act(client: Client): Promise<void> {
  const { random } = client;
  await random.pick(random.next() < RARE ? rareActions : actions)(client);
}
