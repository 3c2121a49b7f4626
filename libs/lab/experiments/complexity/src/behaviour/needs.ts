import type { Answered } from '../recording/answered';
import { pathOf } from './path';

/** What has to be up for requests to be answered. */
export interface Needs {
  readonly processes: ReadonlySet<string>;
  readonly databases: ReadonlySet<string>;
}

/** What is on the path of at least one of these requests, each process and each database once. */
export function needsOf(requests: readonly Answered[]): Needs {
  const path = requests.flatMap(pathOf);
  return {
    processes: new Set(path.map(({ process }) => process)),
    databases: new Set(path.flatMap(({ statements }) => statements.map(({ database }) => database))),
  };
}
