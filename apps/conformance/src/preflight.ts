import { StartError } from '@jobly/contracts';
import type { Target } from './target';

const DEADLINE_MS = 5_000;

/**
 * Checks whether testing can begin: the server must answer, and the declared admin must be able to log in.
 * @throws StartError with the remedy otherwise.
 */
export async function preflight({ baseUrl, capabilities: { admin } }: Target): Promise<void> {
  const health = await reach(`${baseUrl}/health/live`);
  if (!health.ok) {
    throw new StartError(
      `${baseUrl}/health/live answers ${health.status}, not 200; --base-url is not that of a Jobly.`,
    );
  }
  const logIn = await reach(`${baseUrl}/auth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(admin),
  });
  if (!logIn.ok) {
    throw new StartError(
      `${baseUrl} does not let the admin "${admin.username}" in (${logIn.status}); name one with ` +
        '--admin USER:PASSWORD, or start the server on an empty database with SEED=true.',
    );
  }
}

async function reach(url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(DEADLINE_MS) });
  } catch (error) {
    throw new StartError(`Nothing answers at ${url} (${reason(error)}); start a server, or give another --base-url.`);
  }
}

/** fetch hides the reason in the cause of an error that says "fetch failed". */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.name === 'TimeoutError' ? `no answer within ${DEADLINE_MS / 1000} s` : error.message;
}
