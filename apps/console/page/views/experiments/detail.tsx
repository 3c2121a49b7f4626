import type { Experiment } from '../../../api/experiments';
import { CompareForm } from './compare-form';
import { Pictures } from './pictures';
import { RunButton } from './run-button';
import { Summary } from './run-summary';

/** More are in their directories. */
const MOST_SHOWN = 12;

/** An experiment: what it asks, what is expected, and what its runs found. */
export function Detail({ experiment }: { experiment: Experiment }) {
  const { name, question, hypothesis, runs, picture } = experiment;
  const pictured = runs.find(({ state }) => state === 'valid');
  const older = runs.length - MOST_SHOWN;
  return (
    <>
      <p>
        <a href="#/experiments">Experiments</a>
      </p>
      <h1>{question}</h1>
      <p class="expected">
        <b>Expected:</b> {hypothesis}
      </p>
      <RunButton key={name} experiment={experiment} />
      <h2>What was found</h2>
      {runs.length === 0 && <p>No run yet: none here, and none is committed.</p>}
      {runs.slice(0, MOST_SHOWN).map((run) => (
        <Summary key={run.id} run={run} />
      ))}
      {older > 0 && <p class="muted">{older} older runs are in lab-results.</p>}
      <CompareForm name={name} runs={runs} />
      {pictured && <Pictures run={pictured} best={picture} />}
    </>
  );
}
