import type { ArchitectureFacts, Outcome } from '../../../api/architecture';
import { ask } from '../../ask';
import { state } from '../../live';
import { Action } from './action';
import { refusal } from './order';
import { blastRadius } from './watching';
import { outcomeInWords, STACKS, summaryOf } from './words';

/** Which operations work in which stack, tried one by one. */
export function BlastRadiusTable({ operations }: Pick<ArchitectureFacts, 'operations'>) {
  const { stacks = [], endedAt = null, isChecking = false } = blastRadius.value ?? {};
  const check = () =>
    ask('api/architecture/check', {}).catch((error: unknown) => (refusal.value = (error as Error).message));
  const summary = blastRadius.value && endedAt !== null ? summaryOf(blastRadius.value, state.value?.parts ?? []) : '';
  return (
    <section class="blast-radius" aria-labelledby="blast-radius-title">
      <h2 id="blast-radius-title">What works</h2>
      <p class="summary">{summary || 'Nothing has been tried yet.'}</p>
      <p class="controls">
        <Action isPossible={!isChecking && !state.value?.measuring} act={check}>
          Check now
        </Action>
        <span class="muted">
          {isChecking
            ? 'Checking …'
            : endedAt !== null && `Checked at ${new Date(endedAt).toLocaleTimeString('en-GB')}.`}
        </span>
      </p>
      {stacks.length > 0 && (endedAt !== null || isChecking) && (
        <div class="scroller" tabIndex={0} role="region" aria-label="Operations by stack">
          <table aria-describedby="blast-radius-how">
            <thead>
              <tr>
                <th scope="col">operation</th>
                {stacks.map(({ topology }) => (
                  <th key={topology} scope="col" class={topology}>
                    {STACKS[topology]?.replace(/^the /, '')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {operations.map(({ name, title }) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{title}</code>
                  </th>
                  {stacks.map(({ topology, outcomes }) => (
                    <OutcomeCell key={topology} outcome={outcomes[name]} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="muted legend" id="blast-radius-how">
        One request to each operation, n = 1, on records made for it, and again every few seconds while something is at
        fault. Slow is more than 1 s; no answer is none in 2.5 s.
      </p>
    </section>
  );
}

const MARKS = { works: '✓', slow: '!', fails: '✕' };

function OutcomeCell({ outcome }: { outcome: Outcome | undefined }) {
  if (!outcome) return <td class="muted">–</td>;
  return (
    <td class={`outcome ${outcome.is}`}>
      <span role="img" aria-label={outcome.is}>
        {MARKS[outcome.is]}
      </span>
      <span class="detail">{outcomeInWords(outcome)}</span>
    </td>
  );
}
