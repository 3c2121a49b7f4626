import { pick } from '../statistics/random';
import { companyDetail, companyList, jobDetail, jobList, ownProfile } from './reads';
import type { Prepared, Workload } from './workload';

const PARTS = [
  { workload: companyList, share: 0.2 },
  { workload: companyDetail, share: 0.2 },
  { workload: jobList, share: 0.2 },
  { workload: jobDetail, share: 0.2 },
  { workload: ownProfile, share: 0.2 },
];

/** What a day at Jobly might be like. */
export const mix: Workload = {
  name: 'mix',
  operation: 'a mix of reads',
  mix: Object.fromEntries(PARTS.map(({ workload, share }) => [workload.operation, share])),
  async prepare(order) {
    const parts: Prepared[] = await Promise.all(PARTS.map(async ({ workload }) => workload.prepare(order)));
    return {
      requests: Array.from({ length: order.count }, (_, index) => pick(order.random, parts).requests[index]!),
      repeatable: true,
    };
  },
};
