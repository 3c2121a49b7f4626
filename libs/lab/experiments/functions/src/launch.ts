import { type FunctionSettings, type Instance, startInstance } from '@jobly/lambda-emulator';
import { Failure } from '@jobly/lab/instrument';
import { cpuOf, memoryOf } from './family';
import type { Form } from './forms';
import type { Report } from './preloads/probed';

/** One cold start, and the requests after it. Times in ms. */
export interface Sample {
  form: Form;
  round: number;
  /** From the start of the process until the function's code begins to load; of a server, until it is ready. */
  spawn: number;
  /** Undefined of a server, which has loaded and connected when it is ready. */
  load: number | undefined;
  /** Of the first request, which opens the connection and asks the database for nothing but an answer. */
  connect: number | undefined;
  /** Of the first request that reads something. */
  answer: number;
  /** All of these together. */
  total: number;
  /** CPU time of its processes until that answer. */
  cpu: number;
  /** The median of later requests, and the CPU time of one. */
  warm: number;
  warmCpu: number;
  /** The memory that its processes have by themselves or in part, afterwards (MiB); undefined if the system does not tell. */
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
    const parts = form === 'server' ? { spawn: instance.initMs } : await partsOf(instance, startedAt);
    const first = await timed(instance, path);
    if (form !== 'hello' && first.body !== expected)
      throw new Failure(`The function answers ${path} otherwise than the monolith: ${first.body}`);
    const cpu = cpuOf(instance.pid);
    const times: number[] = [];
    for (let sent = 0; sent < requests; sent += 1) times.push((await timed(instance, path)).ms);
    const { spawn, load, connect } = { load: undefined, connect: undefined, ...parts };
    return {
      ...{ form, round, spawn, load, connect, cpu },
      answer: first.ms,
      total: spawn + (load ?? 0) + (connect ?? 0) + first.ms,
      warm: times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!,
      warmCpu: (cpuOf(instance.pid) - cpu) / requests,
      memoryMiB: memoryOf(instance.pid),
    };
  } finally {
    instance.end();
    await instance.exited;
  }
}

/** The parts of a handler's start, as it knows them. */
async function partsOf(instance: Instance, startedAt: number) {
  const { begun, loaded } = await probe(instance);
  const connect = await timed(instance, '/health/ready');
  return { spawn: begun - startedAt, load: loaded - begun, connect: connect.ms };
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
