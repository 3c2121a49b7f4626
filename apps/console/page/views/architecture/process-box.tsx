import type { PartState } from '../../../api/state';
import { state } from '../../live';
import { route } from '../../route';
import { amount } from './amounts';
import { history } from './watching';
import { conditionOf } from './words';

interface Props {
  part: PartState;
  modules: readonly string[];
  style: Record<string, string>;
}

/** A process, and what it does at the moment. It leads to the panel about it. */
export function ProcessBox({ part, modules, style }: Props) {
  const isPaused = Boolean(state.value?.measuring);
  const now = isPaused ? undefined : history.value.get(part.name)?.at(-1);
  const condition = isPaused ? 'paused' : conditionOf(part, now?.health ?? null);
  const isChosen = route.value[1] === part.name;
  return (
    <a
      class={`process ${condition === 'ready' || isPaused ? 'ready' : 'at-fault'}`}
      href={isChosen ? '#/architecture' : `#/architecture/${part.name}`}
      aria-current={isChosen ? 'true' : undefined}
      style={style}
    >
      <b>{part.name}</b> <span class="condition">{condition}</span>{' '}
      <span class="figures">
        <span>{amount(now?.requestsPerS, 0)} req/s</span> <span>{amount(now?.cpuPercent, 1)} % CPU</span>{' '}
        <span>{amount(now?.memoryMiB, 0)} MiB</span>
      </span>
      {modules.length > 0 && <span class="modules">{modules.join(', ')} in one process</span>}
    </a>
  );
}
