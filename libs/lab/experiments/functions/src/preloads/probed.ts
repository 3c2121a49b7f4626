import { pathToFileURL } from 'node:url';

/** The monotonic clock as Unix time (ms), which all processes of a machine share. */
const now = () => performance.timeOrigin + performance.now();

const begun = now();

type Handler = (event: object, context: object) => Promise<unknown>;

const entry = process.env['PROBED'];
const { handler: inner } = entry
  ? ((await import(pathToFileURL(entry).href)) as { handler: Handler })
  : { handler: async () => ({ statusCode: 200, body: '{}' }) };
const loaded = now();

/** What an instance knows of itself. */
export interface Report {
  /** When the runtime had started and the function's code began to load, and when it was loaded. */
  begun: number;
  loaded: number;
}

/** The function's handler, which also answers what happened in its process. */
export const handler: Handler = async (event, context) =>
  'probe' in event ? ({ begun, loaded } satisfies Report) : inner(event, context);
