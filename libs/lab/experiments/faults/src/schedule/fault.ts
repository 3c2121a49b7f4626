import type { Exposed, Part, StackName } from '../exposed';
import { SCHEDULE, type Strike } from './strikes';

/** Something that happens to a part of a stack, and ends. */
export interface Fault {
  stack: StackName;
  part: string;
  strike: string;
  isOutage: boolean;
  /** When whoever has to mend it begins (ms): at its end, or at once if the stack has to do it by itself. */
  mendedMs: number;
  begin(): void;
  /** May be called when it is over already. */
  end(): void;
}

/** A fault of the network to a part. */
export const faultOf = (
  { stack }: Pick<Exposed, 'stack'>,
  { name: part, relay }: Part,
  { name: strike, behaviour, isOutage }: Strike,
): Fault => ({
  stack,
  part,
  strike,
  isOutage,
  mendedMs: SCHEDULE.endsMs,
  begin: () => relay.behave(behaviour),
  end: () => relay.behave({ kind: 'passing' }),
});
