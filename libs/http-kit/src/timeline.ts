import { isPromise } from 'node:util/types';

/**
 * The phases that a request's time is attributed to. If phases overlap, only the first in this list counts: time
 * hidden behind a wait costs nothing.
 */
const PHASES = ['downstream', 'db', 'auth', 'json'] as const;
export type Phase = (typeof PHASES)[number];

/** The breakdown of one request's time, from the moment it is created. */
export interface Timeline {
  /** Runs the work; the time until it is done, or its promise settles, belongs to the phase. */
  during<T>(phase: Phase, work: () => T): T;
  /** Takes in a neighbour's breakdown of its own time. */
  hear(serverTiming: string): void;
  /**
   * All of it so far, in ms, as the value of a Server-Timing header (https://www.w3.org/TR/server-timing/): the total
   * under the name of this process, its phases and the neighbours below that: `jobs;dur=2, jobs.db;dur=0.5`.
   */
  serverTiming(process: string): string;
}

/** A timeline that begins now. */
export function startTimeline(): Timeline {
  const begin = performance.now();
  const spent = new Map<Phase, number>();
  const underWay: Record<Phase, number> = { downstream: 0, db: 0, auth: 0, json: 0 };
  const heard: string[] = [];
  let settledUntil = begin;

  /** Attributes the time since the last change to the phase that was active. */
  const settle = () => {
    const now = performance.now();
    const phase = PHASES.find((one) => underWay[one] > 0);
    if (phase) spent.set(phase, (spent.get(phase) ?? 0) + now - settledUntil);
    settledUntil = now;
  };
  const change = (phase: Phase, by: 1 | -1) => {
    settle();
    underWay[phase] += by;
  };

  return {
    during<T>(phase: Phase, work: () => T): T {
      change(phase, 1);
      const done = () => change(phase, -1);
      let result: T;
      try {
        result = work();
      } catch (error) {
        done();
        throw error;
      }
      if (isPromise(result)) return result.finally(done) as T;
      done();
      return result;
    },
    hear: (serverTiming) => void heard.push(...serverTiming.split(/\s*,\s*/)),
    serverTiming(process) {
      settle();
      const phases = [...spent].map(([phase, ms]) => entry(`${process}.${phase}`, ms));
      const total = entry(process, settledUntil - begin);
      return [total, ...phases, ...heard.map((neighbours) => `${process}.${neighbours}`)].join(', ');
    },
  };
}

const entry = (name: string, ms: number) => `${name};dur=${ms.toFixed(3)}`;
