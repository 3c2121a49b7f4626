import { seededRandom } from '@jobly/lab/instrument';
import type { Table } from '@jobly/lab/results';
import type { Arm, MeasuredScene } from '@jobly/lab/runner';
import { countPerRequest, createJob, metricTotal, ownProfile, type Workload } from '@jobly/lab/system-under-test';
import { ladder } from './modes';

const WARM_UP = 10;
const COUNTED = 30;

/** The signatures verified per request, and the other work within the stack. */
export async function perRequestTable({ arms, sessions, run }: MeasuredScene): Promise<Table> {
  const rows: string[][] = [];
  for (const { name } of ladder) {
    const arm = arms.find((one) => one.name === name)!;
    const cells: string[] = [];
    for (const workload of [ownProfile, createJob]) {
      const { verifications, calls } = await counted(arm, workload, sessions.at(arm.home), `${run.id}-v`);
      cells.push(figure(verifications), figure(calls));
    }
    rows.push([name, ...cells]);
  }
  return {
    title: 'For one request',
    note: 'Signatures checked by all processes of the stack, users’ and services’ tokens together, and HTTP requests from process to process; counted in their metrics.',
    head: ['mode', `${ownProfile.operation}: signatures`, 'calls', `${createJob.operation}: signatures`, 'calls'],
    rows,
  };
}

async function counted(
  { origin, endpoints }: Arm,
  workload: Workload,
  session: ReturnType<MeasuredScene['sessions']['at']>,
  label: string,
) {
  const [first, ...others] = endpoints!;
  const order = { origin, session, label, random: seededRandom(1) };
  const { requests, clear } = await workload.prepare({ ...order, count: WARM_UP + COUNTED });
  const verifications = () => metricTotal(endpoints!, 'auth_verifications_total');
  const before = await verifications();
  const { calls } = await countPerRequest({ processes: [first!, ...others], requests, warmUp: WARM_UP });
  const after = await verifications();
  await clear?.();
  return { verifications: (after - before) / (WARM_UP + COUNTED), calls };
}

/** A whole number if it is the same for every request. */
const figure = (value: number) => String(Number(value.toFixed(1)));
