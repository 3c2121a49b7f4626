/** The server's refusal, in its own words. */
export class Refused extends Error {}

/**
 * Asks the console's server.
 * @param body makes it a POST
 * @throws Refused with a sentence for the reader
 */
export async function ask<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  return (await (await request(path, body, signal)).json()) as T;
}

/**
 * Asks for an answer that comes in parts, one JSON document a line, and passes on each as it comes.
 * @throws Refused with a sentence for the reader
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows what is answered there
export async function askForLines<T>(
  path: string,
  body: unknown,
  hear: (line: T) => void,
  signal?: AbortSignal,
): Promise<void> {
  const { body: stream } = await request(path, body, signal);
  let rest = '';
  for await (const text of stream!.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    for (const line of lines) hear(JSON.parse(line) as T);
  }
}

async function request(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, { ...(body !== undefined && post), signal: signal ?? null }).catch(
    (cause: unknown) => {
      // What browsers say of it is no sentence for a reader ("Failed to fetch").
      throw signal?.aborted ? cause : new Error('The console does not answer.', { cause });
    },
  );
  if (response.ok) return response;
  const answer = (await response.json().catch(() => undefined)) as { error?: { message: string } } | undefined;
  throw new Refused(answer?.error?.message ?? `The console answers ${response.status}.`);
}
