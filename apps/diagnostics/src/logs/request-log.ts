import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { linesOf } from '@jobly/trace-store';
import { containerLogs } from './container-logs';
import { type LogLine, lineOf } from './log-line';

/**
 * What all processes have logged about a request, in order of time: in the directory of the stack, those of the run
 * before included, and in containers. Only the lines of the request are kept in memory.
 */
export async function requestLog(directory: string, requestId: string, docker = 'docker'): Promise<LogLine[]> {
  const found: LogLine[] = [];
  const search = async (lines: AsyncIterable<string>, source: string) => {
    for await (const line of lines) {
      const match = lineOf(requestId, line, source);
      if (match) found.push(match);
    }
  };
  for (const file of logFilesIn(join(directory, 'logs'))) {
    await search(linesOf(file), basename(file).replace(/\.log.*$/, ''));
  }
  for await (const { name, lines } of containerLogs(docker)) await search(lines, name);
  return found.sort((one, other) => one.time - other.time);
}

/** `jobs.log`, and `jobs.log.1` of the run before. */
function logFilesIn(directory: string): string[] {
  try {
    const names = readdirSync(directory).filter((name) => /\.log(\.\d+)?$/.test(name));
    return names.map((name) => join(directory, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
