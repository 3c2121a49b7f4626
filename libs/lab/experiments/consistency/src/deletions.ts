import { performance } from 'node:perf_hooks';
import { exchange } from '@jobly/lab/system-under-test';
import { looks, windowOf } from './looks';
import { type Actors, aCompany, applyTo } from './records';

/** What was seen of one deletion of a company. */
export interface Deletion {
  /** How long the answer took (ms). */
  tookMs: number;
  /** For each look, how long it found what should be gone (ms). */
  windows: number[];
}

/** Deletes a company with jobs, to one of which the user has applied, and looks at once what is left of it. */
export async function deleteAndLook(actors: Actors, handle: string): Promise<Deletion> {
  const ids = await aCompany(actors, handle, looks.length);
  await applyTo(actors, ids.at(-1)!);
  const begun = performance.now();
  const { status } = await exchange(actors.origin, {
    method: 'DELETE',
    path: `/companies/${handle}`,
    token: actors.admin.token,
  });
  const tookMs = performance.now() - begun;
  // Without an acknowledgement nothing is promised; whoever measures sees it in the time that it took.
  if (status !== 200) return { tookMs, windows: [] };
  return { tookMs, windows: await Promise.all(looks.map((look, index) => windowOf(look, actors, ids[index]!))) };
}
