import { StartError } from '@jobly/contracts';
import type { Life } from '../supervise';
import { titles } from '../topology';
import type { FaultOrder, Neighbour, PartFaults } from './order';
import { slowDown } from './slow-down';

/** What supervision has to know of a part's faults. */
export interface Intent {
  /** To be told of each process that serves from now on; null: none. */
  changed(pid: number | null): void;
  /** To be asked once at each end: whether somebody meant it. */
  takeEnd(): 'stopped' | 'killed' | undefined;
  /** Resolves when it shall run: at once, unless it was stopped. */
  wanted(): Promise<void>;
}

export interface FaultyPart {
  intent: Intent;
  /** @throws StartError if that is impossible at the moment */
  perform(order: FaultOrder): void;
  faults(): PartFaults;
}

interface Subject {
  name: FaultOrder['part'];
  /** Its latest process. */
  life(): Pick<Life, 'kill' | 'tell'>;
  addresses(): ReadonlyMap<Neighbour, string>;
}

/** Lets one part fail. Whatever holds its process ends with the process; what it cannot reach stays out of reach. */
export function faultyPart({ name, life, addresses }: Subject): FaultyPart {
  let isRunning = true;
  let held: PartFaults['held'];
  let release = () => {};
  let meant: 'stopped' | 'killed' | undefined;
  let start = Promise.withResolvers<undefined>();
  const cut = new Set<Neighbour>();

  const hold = (how: PartFaults['held'], undo = () => {}) => {
    held = how;
    release = undo;
  };
  function letGo() {
    release();
    if (held === 'stopped') start.resolve(undefined);
    hold(undefined);
  }
  function end(how: 'stopped' | 'killed', signal: NodeJS.Signals) {
    meant = how;
    life().kill(signal);
  }
  function tellCut() {
    const known = addresses();
    life().tell({ cut: [...cut].flatMap((to) => known.get(to) ?? []) });
  }
  const refuse = (why: string): never => {
    throw new StartError(`The ${titles[name]} ${why}.`);
  };

  const performed: Record<FaultOrder['do'], (to?: Neighbour) => void> = {
    stop: () => {
      end('stopped', 'SIGTERM');
      hold('stopped');
      start = Promise.withResolvers<undefined>();
    },
    kill: () => end('killed', 'SIGKILL'),
    freeze: () => {
      life().kill('SIGSTOP');
      hold('frozen', () => life().kill('SIGCONT'));
    },
    slow: () => hold('slowed', slowDown(life().kill)),
    resume: () => {},
    mend: () => cut.clear(),
    cut: (to) => (addresses().has(to!) ? cut.add(to!) : refuse(`has no address of its ${to} that could be cut`)),
    join: (to) => cut.delete(to!),
  };
  const ofConnections = (order: FaultOrder) => ['cut', 'join', 'mend'].includes(order.do);

  return {
    faults: () => ({ ...(held && { held }), cut: [...cut] }),
    perform(order) {
      const mends = ['resume', 'mend', 'join'].includes(order.do);
      if (!isRunning && !mends) refuse('does not run at the moment; wait until it does, or start it');
      if (!('to' in order)) letGo();
      performed[order.do]('to' in order ? order.to : undefined);
      if (ofConnections(order)) tellCut();
    },
    intent: {
      changed(pid) {
        isRunning = pid !== null;
        if (isRunning && cut.size > 0) tellCut();
      },
      takeEnd() {
        const taken = meant;
        meant = undefined;
        if (held !== 'stopped') letGo();
        return taken;
      },
      wanted: async () => (held === 'stopped' ? start.promise : undefined),
    },
  };
}
