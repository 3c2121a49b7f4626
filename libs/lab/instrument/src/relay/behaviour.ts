import type { Socket } from 'node:net';
import { afterExactly } from './exact-timer';
import { type Passage, chopped, held, later, narrowed } from './passages';

/** What a network does to the connections over it. */
export type Behaviour =
  | { kind: 'passing' }
  /** Every piece of data comes later, by the delay plus or minus up to the jitter (ms). */
  | { kind: 'slow'; delayMs: number; jitterMs: number }
  /** The same to about 0.1 ms, for delays that a timer is too coarse for. */
  | { kind: 'distant'; delayMs: number; jitterMs: number }
  | { kind: 'narrow'; bytesPerSecond: number }
  /** Nothing comes through, and nothing is lost. */
  | { kind: 'stalled' }
  /** What is sent gets lost, and neither side is told; such a connection stays dead. */
  | { kind: 'half-open' }
  /** This share of exchanges is lost with its connection, which is reset when the exchange begins. */
  | { kind: 'flapping'; share: number }
  /** Connections are reset, new ones too, as by a process that has died. */
  | { kind: 'refusing' };

/** How data from this side travels. */
export function passageFor(behaviour: Behaviour, from: Socket): Passage {
  switch (behaviour.kind) {
    case 'slow':
      return later(behaviour);
    case 'distant':
      return later(behaviour, afterExactly);
    case 'narrow':
      return narrowed(behaviour.bytesPerSecond, from);
    case 'stalled':
      return held(from);
    case 'half-open':
    case 'refusing':
      return chopped;
    default:
      return { take: (piece) => piece.deliver(), leave: () => {} };
  }
}
