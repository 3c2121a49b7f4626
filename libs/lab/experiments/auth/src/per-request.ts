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

/** The columns of the first probe's signatures. */
export const SIGNATURES = { RS256: 1, HS256: 2 } as const;

/** The signatures verified per request, and the other work within the stack. */
export async function perRequestTable(scene: MeasuredScene): Promise<Table> {
  const rows: Table['rows'] = [];
  for (const mode of modes) rows.push([mode.name, ...(await countsOf(mode, scene))]);
  const of = ({ operation }: Workload) => [`${operation}: RS256`, 'HS256', 'calls'];
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
    return probes.flatMap(({ RS256, HS256, calls }) => [RS256, HS256, calls].map(figure));
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
  const verifications = async () => ({
    users: await metricTotal(processes, 'auth_verifications_total', ({ kind }) => kind === 'user'),
    all: await metricTotal(processes, 'auth_verifications_total'),
  });
  await countPerRequest({ processes, requests: requests.slice(0, WARM_UP), warmUp: 1 });
  const before = await verifications();
  const { calls } = await countPerRequest({ processes, requests: requests.slice(WARM_UP), warmUp: 0 });
  const after = await verifications();
  const users = (after.users - before.users) / COUNTED;
  const all = (after.all - before.all) / COUNTED;
  // Services' tokens, and the gateway's own, are always signed with a shared secret.
  return algorithm === 'RS256' ? { RS256: users, HS256: all - users, calls } : { RS256: 0, HS256: all, calls };
}

/** A whole number if it is the same for every request. */
const figure = (value: number) => String(Number(value.toFixed(1)));
