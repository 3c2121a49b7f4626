import { cpuBetween, cpuTimes } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { type Asked, closed } from './load';

export type Service = 'users' | 'companies' | 'jobs';

const services: readonly Service[] = ['users', 'companies', 'jobs'];

/** The service that the requests keep busiest, seen by the CPU time of all of them. */
export async function hotService({ stacks }: Scene, asked: Omit<Asked, 'origin'>): Promise<Service> {
  const { origin, processes } = stacks.micro;
  const before = cpuTimes(processes!);
  await closed({ ...asked, origin }, { connections: 4, durationMs: 1_000 });
  const used = cpuBetween(before, cpuTimes(processes!)) ?? {};
  return services.toSorted((one, other) => (used[`${other} service`] ?? 0) - (used[`${one} service`] ?? 0))[0]!;
}
