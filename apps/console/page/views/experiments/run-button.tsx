import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Experiment } from '../../../api/experiments';
import { ask } from '../../ask';
import { messageOf } from '../../message-of';
import { state } from '../../live';
import { quickDuration } from './words';

/** Starts a quick run. What the lab refuses, it says: a button that was disabled meanwhile would lose the focus. */
export function RunButton({ experiment }: { experiment: Experiment }) {
  const refused = useSignal<string | undefined>(undefined);
  const { name, needsNginx } = experiment;
  const duration = quickDuration(experiment);
  const measuring = state.value?.measuring;
  useEffect(() => {
    if (!measuring) refused.value = undefined;
  }, [measuring]);
  const run = () => {
    refused.value = undefined;
    ask('api/lab/run', { experiment: name }).catch((error: unknown) => (refused.value = messageOf(error)));
  };
  return (
    <div class="run">
      <button class="primary" onClick={run}>
        Run it here
      </button>
      <p class="muted">
        {duration ? `Takes ${duration}` : 'How long it takes is not known'}; as{' '}
        <code>npm run lab -- {name} --quick</code>
        {needsNginx && ', and needs nginx'}. The other views pause meanwhile.
      </p>
      {refused.value && <p role="alert">{refused.value}</p>}
    </div>
  );
}
