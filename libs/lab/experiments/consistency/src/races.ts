import { setTimeout as delay } from 'node:timers/promises';
import { operations } from '@jobly/contracts';
import { type Random } from '@jobly/lab/instrument';
import { exchange } from '@jobly/lab/system-under-test';
import { looks, windowOf } from './looks';
import { type Actors, aCompany } from './records';

const CREATIONS = 4;
const SPREAD_MS = 12;

const created = operations.createJob.reply;

/**
 * Creates jobs of a company while it is being deleted; returns how long each that was acknowledged outlived it (ms), and
 * nothing if the deletion was not acknowledged.
 */
export async function raceDeletion(actors: Actors, handle: string, random: Random): Promise<number[]> {
  const { origin, admin } = actors;
  await aCompany(actors, handle, 0);
  const create = async () => {
    await delay(random() * SPREAD_MS);
    const body = { title: 'Cook', companyHandle: handle };
    const answer = await exchange(origin, { method: 'POST', path: '/jobs', token: admin.token, body });
    return answer.status === 201 ? [created.parse(answer.body).job.id] : [];
  };
  const remove = async () => {
    await delay(random() * SPREAD_MS);
    return exchange(origin, { method: 'DELETE', path: `/companies/${handle}`, token: admin.token });
  };
  const creations = Promise.all(Array.from({ length: CREATIONS }, create));
  const [{ status }, ids] = await Promise.all([remove(), creations]);
  if (status !== 200) return [];
  return Promise.all(ids.flat().map((id) => windowOf(looks[0]!, actors, id)));
}
