import { useSignal } from '@preact/signals';
import { ask } from '../../ask';
import { messageOf } from '../../message-of';
import { labRun } from './found';
import { momentOf } from './words';

/** The console's own run of the lab: what it does, a way to stop it, and how it ended. */
export function LabAtWork() {
  const refused = useSignal<string | undefined>(undefined);
  const run = labRun.value;
  if (!run) return null;
  const { experiment, startedAt, lines, stopping, ended } = run;
  const stop = () => {
    ask('api/lab/stop', {}).catch((error: unknown) => (refused.value = messageOf(error)));
  };
  return (
    <section class="at-work" aria-label="The lab at work">
      <p>
        <a href={`#/experiments/${experiment}`}>
          <code>{experiment}</code>
        </a>
        , started {momentOf(startedAt)}
      </p>
      <p role="status" class="now">
        {ended ?? (stopping ? 'Stopping …' : (lines.at(-1)?.trim() ?? 'Starting …'))}
      </p>
      {ended === null && <button onClick={stop}>{stopping ? 'Stop at once' : 'Stop'}</button>}
      {refused.value && <p role="alert">{refused.value}</p>}
      {lines.length > 0 && (
        <details>
          <summary>Output</summary>
          <pre tabIndex={0}>{lines.join('\n')}</pre>
        </details>
      )}
    </section>
  );
}
