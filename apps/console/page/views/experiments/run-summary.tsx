import type { RunSummary } from '../../../api/experiments';
import { momentOf, samplesOf, stateInWords } from './words';

/** What a run found, whether that counts, and where and when it was. */
export function Summary({ run }: { run: RunSummary }) {
  const { id, kept, startedAt, quick, state, verdict, uncounted, machine } = run;
  const samples = samplesOf(run);
  return (
    <article class="found">
      <h3>
        {kept ? 'The committed run' : 'This machine'} <span class={`state ${state}`}>{stateInWords(run)}</span>
      </h3>
      <p>{verdict}</p>
      {uncounted && <p class="muted">Were it valid, it would say: {uncounted}</p>}
      <p class="muted">
        {momentOf(startedAt)}
        {quick && ', quick'} · {samples && `${samples} · `}
        {machine} ·{' '}
        <a href={`reports/${id}/report.html`} target="_blank" rel="noreferrer">
          Report
        </a>
      </p>
    </article>
  );
}
