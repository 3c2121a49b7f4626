import { performance } from 'node:perf_hooks';
import { Failure } from '@jobly/lab/instrument';
import { exchange, type Question } from '@jobly/lab/system-under-test';
import { z } from 'zod';
import type { Actors } from './records';

/** A question whose answer shows whether something still seems to be there. */
export interface Look {
  what: string;
  isThere: (actors: Actors, jobId: number) => Promise<boolean>;
}

const LONGEST_MS = 5_000;

/** @throws Failure for an answer that says neither: whoever is down or busy shows nothing. */
async function isAnswered(origin: string, question: Question, there: readonly number[]): Promise<boolean> {
  const { status } = await exchange(origin, question);
  if (!there.includes(status) && status !== 404) {
    throw new Failure(`${question.method} ${question.path} is answered ${status} after a deletion.`);
  }
  return status !== 404;
}

const updateJob: Look = {
  what: 'PATCH of its job is answered 200',
  isThere: ({ origin, admin: { token } }, id) =>
    isAnswered(origin, { method: 'PATCH', path: `/jobs/${id}`, token, body: { salary: 1 } }, [200]),
};

const applyToJob: Look = {
  what: 'applying to its job is accepted',
  // The second time it is a duplicate of what should not be there either.
  isThere: ({ origin, user: { username, token } }, id) =>
    isAnswered(origin, { method: 'POST', path: `/users/${username}/jobs/${id}`, token }, [200, 409]),
};

const profile = z.object({ user: z.object({ applications: z.array(z.number()) }) });

const showApplication: Look = {
  what: 'the profile shows an application to its job',
  async isThere({ origin, user: { username, token } }, id) {
    const { body } = await exchange(origin, { method: 'GET', path: `/users/${username}`, token });
    return profile.parse(body).user.applications.includes(id);
  },
};

export const looks: readonly Look[] = [updateJob, applyToJob, showApplication];

/**
 * How long something seems to be there, in ms: from now until the last answer that found it; 0 if none did. Infinity if
 * one still does after five seconds.
 */
export async function windowOf({ isThere }: Look, actors: Actors, jobId: number): Promise<number> {
  const begun = performance.now();
  for (let window = 0; ;) {
    if (!(await isThere(actors, jobId))) return window;
    window = performance.now() - begun;
    if (window > LONGEST_MS) return Infinity;
  }
}
