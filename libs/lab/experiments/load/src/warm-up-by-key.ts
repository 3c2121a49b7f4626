import { seededRandom, startGenerator } from '@jobly/lab/instrument';
import { companyDetail, type DataSize, jobDetail, takeInventory, type Target } from '@jobly/lab/system-under-test';

/** Requests of each operation to each stack. */
const REQUESTS = 2_500;

const NOBODY = { username: '', password: '', token: '' };

/** Compiles what requests run through, by requests that stay quick however large the data is. */
export async function warmUpByKey(targets: readonly Target[], data: DataSize, signal: AbortSignal): Promise<void> {
  const generator = startGenerator();
  try {
    for (const { origin } of targets) {
      const session = { ...(await takeInventory(origin, data)), accounts: [], admin: NOBODY };
      for (const { prepare } of [companyDetail, jobDetail]) {
        const order = { origin, session, label: 'warm-up', count: REQUESTS, random: seededRandom(1) };
        const { requests } = await prepare(order);
        const closed = { loop: 'closed', connections: 8, leadInMs: 0, durationMs: 120_000 } as const;
        await generator.run({ ...closed, origin, requests, repeat: false, timeoutMs: 10_000 }, signal);
      }
    }
  } finally {
    await generator.stop();
  }
}
