import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Calls a function in this process for what a first request needs, and keeps the code that V8 has compiled for it: a
 * deployment does so once, and every cold start reads it.
 */
const [directory = ''] = process.argv.slice(2);
const { handler } = (await import(pathToFileURL(join(directory, 'lambda.js')).href)) as {
  handler: (event: object, context: object) => Promise<unknown>;
};
for (const rawPath of ['/health/ready', '/jobs', '/jobs/1', '/companies', '/users']) {
  await handler(
    {
      version: '2.0',
      rawPath,
      rawQueryString: '',
      headers: { host: 'localhost' },
      requestContext: { http: { method: 'GET', path: rawPath, sourceIp: '127.0.0.1' } },
    },
    {},
  );
}
flushCompileCache();
process.exit(0);
