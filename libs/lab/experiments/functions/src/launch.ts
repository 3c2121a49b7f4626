import { readFileSync } from 'node:fs';
import { type FunctionSettings, type Instance, startInstance } from '@jobly/lambda-emulator';
import { Failure } from '@jobly/lab/instrument';
import type { Form } from './forms';
import type { Report } from './preloads/probed';

/** One cold start, and the requests after it. Times in ms. */
export interface Sample {
  form: Form;
  round: number;
  /** From the start of the process until the function's code begins to load. */
  spawn: number;
  load: number;
  /** Of the first request, which opens the connection and asks the database for nothing but an answer. */
  connect: number;
  /** Of the first request that reads something. */
  answer: number;
  /** All of these together. */
  total: number;
  /** CPU time of the process until that answer. */
  cpu: number;
  /** The median of later requests, and the CPU time of one. */
  warm: number;
  warmCpu: number;
  /** The memory that the process has by itself or in part, afterwards (MiB); undefined if the system does not tell. */
  memoryMiB: number | undefined;
}

/** @throws Failure if the answers are not those of the monolith. */
export async function launch(
  form: Form,
  round: number,
  {
    settings,
    path,
    expected,
    requests,
  }: { settings: FunctionSettings; path: string; expected: string; requests: number },
): Promise<Sample> {
  const startedAt = performance.timeOrigin + performance.now();
  const instance = await startInstance(settings);
  try {
    const { begun, loaded } = await probe(instance);
    const connect = await timed(instance, '/health/ready');
    const first = await timed(instance, path);
    if (form !== 'hello' && first.body !== expected)
      throw new Failure(`The function answers ${path} otherwise than the monolith: ${first.body}`);
    const before = await probe(instance);
    const times: number[] = [];
    for (let sent = 0; sent < requests; sent += 1) times.push((await timed(instance, path)).ms);
    const after = await probe(instance);
    const [spawn, load] = [begun - startedAt, loaded - begun];
    return {
      ...{ form, round, spawn, load },
      connect: connect.ms,
      answer: first.ms,
      total: spawn + load + connect.ms + first.ms,
      cpu: before.cpuMs,
      warm: times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!,
      warmCpu: (after.cpuMs - before.cpuMs) / requests,
      memoryMiB: proportionalMiB(instance.pid),
    };
  } finally {
    instance.end();
    await instance.exited;
  }
}

const probe = async (instance: Instance) => JSON.parse((await instance.invoke('{"probe":true}')).body) as Report;

async function timed(instance: Instance, path: string): Promise<{ ms: number; body: string }> {
  const begin = performance.now();
  const { isError, body } = await instance.invoke(JSON.stringify(eventFor(path)));
  const ms = performance.now() - begin;
  const { statusCode, body: content = '' } = JSON.parse(body) as { statusCode?: number; body?: string };
  if (isError || statusCode !== 200) throw new Failure(`The function does not answer ${path}: ${body}`);
  return { ms, body: content };
}

/** A GET as an event of the payload format 2.0. */
export const eventFor = (path: string) => ({
  version: '2.0',
  rawPath: path,
  rawQueryString: '',
  headers: { host: 'localhost' },
  requestContext: { http: { method: 'GET', path, sourceIp: '127.0.0.1' } },
});

/** What several processes share is counted in parts (PSS). */
export function proportionalMiB(pid: number): number | undefined {
  try {
    const [, kib] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return kib === undefined ? undefined : Number(kib) / 1024;
  } catch {
    return undefined;
  }
}
