import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredSpan } from '@jobly/trace-store';

/** A span of a request, one millisecond long. */
export const aSpan = (given: Partial<StoredSpan> = {}): StoredSpan => ({
  traceId: 't1',
  spanId: 's1',
  process: 'gateway',
  name: 'GET /jobs/:id',
  beginUs: 1_000_000,
  durationUs: 1_000,
  attributes: { 'jobly.request_id': 'r1', 'http.request.method': 'GET', 'url.path': '/jobs/1' },
  ...given,
});

/** A directory with these files. */
export function aDirectory(files: Record<string, string>) {
  const directory = mkdtempSync(join(tmpdir(), 'diagnostics-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return { directory, remove: () => rmSync(directory, { recursive: true }) };
}
