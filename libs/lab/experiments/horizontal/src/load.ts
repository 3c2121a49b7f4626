import type { Generator } from '@jobly/lab/instrument';
import { PATH } from './plan';

/** Where requests go, and who sends them. */
export interface Asked {
  generator: Generator;
  origin: string;
  signal: AbortSignal;
}

const request = { method: 'GET', path: PATH, expect: 200 } as const;

/** Requests/s that users are served who wait for each answer; for so long, or until so many have been sent. */
export async function closed(
  { generator, origin, signal }: Asked,
  limit: { connections: number; durationMs: number; count?: number },
) {
  const block = { loop: 'closed', origin, timeoutMs: 10_000, leadInMs: 300, repeat: true } as const;
  const { result } = await generator.run({ ...block, ...limit, requests: [request] }, signal);
  return {
    perSecond: (result.answered / result.measuredMs) * 1_000,
    sent: result.sent,
    generatorBusy: result.utilisation,
  };
}
