import { type StackEvent, titles } from '@jobly/stack';
import type { Console } from './console';
import { capitalised, milliseconds, obituary, partCalled } from './wording';

/** Tells in the terminal what happens to the stack. */
export function narrate(event: StackEvent, { say, tick, complain }: Console): void {
  switch (event.type) {
    case 'leftovers':
      return say(`Waiting for the end of an earlier start that was killed (pid ${event.pids.join(', ')}) …`);
    case 'postgres-ready':
      return tick(titles.postgres, milliseconds(event.readyMs));
    case 'part-ready':
      return tick(titles[event.name], milliseconds(event.readyMs));
    case 'part-failed': {
      const { restart } = event;
      const next = restart
        ? ` It is restarted in ${restart.delayMs / 1_000} s (attempt ${restart.attempt} of ${restart.limit}).`
        : '';
      return complain(obituary(event) + next);
    }
    case 'part-restarted':
      return say(`${capitalised(partCalled(event.name))} is ready again (pid ${event.pid}).`);
    case 'part-abandoned':
      return complain(
        `${obituary(event)} It has been restarted too often and stays down. ` +
          'The others go on; once the reason in its log is removed, stop everything and start again.',
      );
  }
}
