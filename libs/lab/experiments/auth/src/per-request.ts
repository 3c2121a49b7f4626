import { seededRandom } from '@jobly/lab/instrument';
import type { Table } from '@jobly/lab/results';
import { type Arm, armAt, type MeasuredScene, openSessions } from '@jobly/lab/runner';
import { countPerRequest, metricTotal, type Workload } from '@jobly/lab/system-under-test';
import { changeMissingJob, createJobOfNobody } from './ladder/probe';
import { type Mode, modes } from './modes';
import { startMode } from './start-mode';

const WARM_UP = 10;
const COUNTED = 30;

/** The table's name, by which the conclusion finds it. */
export const COUNTS = 'counts';

/** The algorithms whose signatures are counted, in the order of their columns. */
export const ALGORITHMS = ['RS256', 'ES256', 'HS256'] as const;

/** The signatures verified per request, and the other work within the stack. */
export async function perRequestTable(scene: MeasuredScene): Promise<Table> {
  const rows: Table['rows'] = [];
  for (const mode of modes) rows.push([mode.name, ...(await countsOf(mode, scene))]);
  const [first, ...others] = ALGORITHMS;
  const of = ({ operation }: Workload) => [`${operation}: ${first}`, ...others, 'calls'];
  return {
    name: COUNTS,
    title: 'For one request',
    note: 'Signatures checked by all processes of the stack, users’ and services’ tokens together, and HTTP requests from process to process; counted in their metrics, for a token that they have seen before.',
    head: ['mode', ...of(changeMissingJob), ...of(createJobOfNobody)],
    rows,
    keys: modes.map(({ name }) => name),
  };
}

/** For both probes, at a stack that is started for it. */
async function countsOf(mode: Mode, { stacks, run, signal }: MeasuredScene): Promise<string[]> {
  const { target, stop } = await startMode(mode, stacks.postgres!, {}, signal);
  try {
    const arm = armAt(target, mode.name);
    const label = `${run.id}v${modes.indexOf(mode)}`;
    const session = (await openSessions(stacks, [arm], label)).at(arm.home);
    const probes = [
      await counted(arm, mode, changeMissingJob, session, label),
      await counted(arm, mode, createJobOfNobody, session, label),
    ];
    return probes.flatMap(({ signatures, calls }) =>
      [...ALGORITHMS.map((name) => signatures[name]), calls].map(figure),
    );
  } finally {
    await stop();
  }
}

async function counted(
  { origin, endpoints }: Arm,
  { algorithm }: Mode,
  workload: Workload,
  session: ReturnType<MeasuredScene['sessions']['at']>,
  label: string,
) {
  const [first, ...others] = endpoints!;
  const processes = [first!, ...others] as const;
  const order = { origin, session, label, random: seededRandom(1) };
  const { requests } = await workload.prepare({ ...order, count: WARM_UP + COUNTED });
  const verifications = (of: string) => metricTotal(processes, 'auth_verifications_total', ({ kind }) => kind === of);
  const allKinds = () => Promise.all([verifications('user'), verifications('service'), verifications('internal')]);
  await countPerRequest({ processes, requests: requests.slice(0, WARM_UP), warmUp: 1 });
  const before = await allKinds();
  const { calls } = await countPerRequest({ processes, requests: requests.slice(WARM_UP), warmUp: 0 });
  const after = await allKinds();
  const [users, services, internal] = after.map((count, kind) => (count - before[kind]!) / COUNTED);
  // Services sign with keys of their own, and the gateway with secrets that it shares, in every mode.
  const signatures = { RS256: 0, ES256: services!, HS256: internal! };
  signatures[algorithm] += users!;
  return { signatures, calls };
}

/** A whole number if it is the same for every request. */
const figure = (value: number) => String(Number(value.toFixed(1)));
