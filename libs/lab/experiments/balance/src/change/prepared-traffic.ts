import { countIn, evenly, type LoadRequest, pick, type Planned, type Random } from '@jobly/lab/instrument';
import { type BlockOrder, createJob, deleteJob, jobDetail, updateJob } from '@jobly/lab/system-under-test';
import { clientAddresses } from '../clients';

/** Few enough to afford a new connection for each, and enough to show how they are shared out. */
export const READS_PER_SECOND = 100;
export const WRITES_PER_SECOND = 9;

export interface Traffic {
  planned: Planned[];
  /** Removes everything that was created for it. */
  clear(): Promise<void>;
}

/** Reads from `-leadInMs`, and writes of three kinds from 0 until `durationMs`, from all client addresses. */
export async function prepareTraffic(
  order: Pick<BlockOrder, 'origin' | 'session' | 'random' | 'label'>,
  { leadInMs, durationMs }: { leadInMs: number; durationMs: number },
): Promise<Traffic> {
  const { random, label } = order;
  const kinds = [createJob, updateJob, deleteJob];
  const each = Math.ceil(countIn(durationMs, WRITES_PER_SECOND) / kinds.length);
  const clears: (() => Promise<void>)[] = [];
  const prepared = await Promise.all(
    kinds.map(async (kind, index) => {
      const { requests, clear } = await kind.prepare({ ...order, count: each, label: `${label}${index}` });
      if (clear) clears.push(clear);
      return requests;
    }),
  );
  const writes = Array.from({ length: each }, (_, index) => prepared.map((requests) => requests[index]!)).flat();
  const reads = await jobDetail.prepare({ ...order, count: countIn(leadInMs + durationMs, READS_PER_SECOND) });
  return {
    planned: [
      ...evenly(fromAnywhere(reads.requests, random), { rate: READS_PER_SECOND, leadInMs, durationMs }, random),
      ...evenly(fromAnywhere(writes, random), { rate: WRITES_PER_SECOND, leadInMs: 0, durationMs }, random),
    ],
    async clear() {
      for (const clear of clears) await clear();
    },
  };
}

function fromAnywhere(requests: readonly LoadRequest[], random: Random): LoadRequest[] {
  const addresses = clientAddresses();
  return addresses ? requests.map((request) => ({ ...request, from: pick(random, addresses) })) : [...requests];
}
