import type { ChildProcess } from 'node:child_process';
import { StartError } from '@jobly/contracts';
import type { FaultInjection, FromConsole, ToConsole } from '@jobly/stack';

/** Carries out what somebody orders in the console. */
export interface Orders {
  /** From now on, with the stacks that have started; undefined if they do not restart what ends. */
  begin(faults: FaultInjection | undefined): void;
  /** The console is gone, and with it everything that was ordered in it. */
  undo(): void;
}

export function ordersFrom(child: ChildProcess, answer: (message: ToConsole) => void): Orders {
  let started = false;
  let faults: FaultInjection | undefined;
  child.on('message', (message: object) => {
    if (!isOrder(message)) return;
    const { id, order } = message;
    try {
      if (!faults) throw new StartError(started ? NO_RESTART : 'The stacks have not started yet.');
      carryOut(faults, order);
      answer({ answer: id });
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      answer({ answer: id, refused: error.message });
    }
  });
  return {
    begin(given) {
      started = true;
      faults = given;
    },
    undo() {
      faults?.mendAll();
      faults?.count(false);
    },
  };
}

const NO_RESTART = 'With --no-restart the first part that ends stops everything; start without it to let parts fail.';

const isOrder = (message: object): message is FromConsole => 'order' in message;

function carryOut(faults: FaultInjection, order: FromConsole['order']): void {
  if (order.do === 'mend-all') faults.mendAll();
  else if (order.do === 'count') faults.count(order.on);
  else faults.perform(order);
}
