import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type Outcome, openRuntimeApi } from './runtime-api';
import { watchOver } from './watchdog';

/** A function, as it is deployed. */
export interface FunctionSettings {
  name: string;
  /** The folder with its code (LAMBDA_TASK_ROOT). */
  directory: string;
  /** The module and its export, as in `lambda.handler`. */
  handler: string;
  /** The program that calls the handler, and its arguments. */
  runtime: string[];
  env: NodeJS.ProcessEnv;
  memoryMb: number;
  timeoutMs: number;
  /** Whether an instance stands still while it has no call, as it does at AWS. */
  freezes: boolean;
  /** Where its output goes: a file descriptor. */
  log: number | 'ignore' | 'inherit';
}

/** A process that runs the function, for one call at a time, and whatever that starts beside it. */
export interface Instance {
  pid: number;
  /** From the start of the process until it waited for its first call (ms). */
  initMs: number;
  invoke: (event: string) => Promise<Outcome>;
  /** At once: a runtime is not told. */
  end: () => void;
  exited: Promise<unknown>;
}

/** How long an instance may take until it waits for its first call (ms). https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html */
const INIT_LIMIT_MS = 10_000;

/** Starts an instance. Rejects if it reports an error, ends or takes too long before it waits for a call. */
export async function startInstance(settings: FunctionSettings): Promise<Instance> {
  const { name, freezes, timeoutMs } = settings;
  const api = await openRuntimeApi();
  const begin = performance.now();
  const child = launch(settings, api.address);
  const exited = once(child, 'exit').then(() => {
    api.close();
    // What it has started does not outlive it.
    signalAll(child, 'SIGKILL');
  });
  const ended = exited.then((): never => {
    throw new Error('Runtime.ExitError: the process has ended');
  });
  ended.catch(() => {});
  const freeze = () => freezes && signalAll(child, 'SIGSTOP');
  const end = () => signalAll(child, 'SIGKILL');

  /** Waits until it is done, so that nothing is cut in two. If it never is, it has answered all the same. */
  const rest = async () => {
    try {
      await within(timeoutMs, Promise.race([api.waiting(), ended]));
      freeze();
    } catch {
      end();
      await exited;
    }
  };

  try {
    await within(INIT_LIMIT_MS, Promise.race([api.waiting(), api.initFailed, ended]));
  } catch (error) {
    end();
    throw error;
  }
  const pid = child.pid ?? 0;
  const initMs = performance.now() - begin;
  if (freezes) void exited.then(watchOver(pid));
  freeze();

  return {
    pid,
    initMs,
    async invoke(event) {
      if (freezes) signalAll(child, 'SIGCONT');
      const call = {
        requestId: randomUUID(),
        deadlineMs: Date.now() + timeoutMs,
        functionArn: `arn:aws:lambda:local:000000000000:function:${name}`,
        traceId: traceId(),
        event,
      };
      try {
        const outcome = await within(timeoutMs, Promise.race([api.call(call), ended]));
        await rest();
        return outcome;
      } catch (error) {
        end();
        throw error;
      }
    },
    end,
    exited,
  };
}

function launch(
  { name, directory, handler, runtime, env, memoryMb, log }: FunctionSettings,
  api: string,
): ChildProcess {
  const [program = '', ...args] = runtime;
  return spawn(program, args, {
    cwd: directory,
    // The leader of a group of processes, which are frozen and ended together.
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      ...env,
      TZ: ':UTC',
      AWS_LAMBDA_RUNTIME_API: api,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      LAMBDA_TASK_ROOT: directory,
      _HANDLER: handler,
    },
  });
}

/** To all processes of an instance, as long as there is one. */
function signalAll({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** As X-Ray writes it; nothing here samples. */
const traceId = () =>
  `Root=1-${Math.floor(Date.now() / 1_000).toString(16)}-${randomBytes(12).toString('hex')};Parent=${randomBytes(8).toString('hex')};Sampled=0`;

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`Sandbox.Timedout: not done after ${ms / 1_000} s`)), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
