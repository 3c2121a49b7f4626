import type { LaunchedPart } from '@jobly/stack';
import { blueprints } from '@jobly/stack';
import type { StackName } from '../../api/request';

/** A stack that runs, and the addresses of its processes; the first is its public origin. */
export interface RunningStack {
  readonly name: StackName;
  readonly processes: readonly [Process, ...Process[]];
}

interface Process {
  name: string;
  url: string;
}

const ORDER: readonly StackName[] = ['monolith', 'soa', 'micro'];

/** The stacks that run, or should. In each, the gateway or else the monolith is what clients talk to. */
export const stacksOf = (parts: readonly LaunchedPart[]): RunningStack[] =>
  ORDER.flatMap((name): RunningStack[] => {
    const [front, ...others] = blueprints
      .filter(({ topology }) => topology === name)
      .map((blueprint) => parts.find((part) => part.name === blueprint.name));
    if (!front) return [];
    return [{ name, processes: [front, ...others.filter((part) => part !== undefined)] }];
  });
