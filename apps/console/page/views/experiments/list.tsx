import type { BrokenRun, Experiment } from '../../../api/experiments';
import { momentOf, quickDuration, stateInWords } from './words';

/** All experiments, each with its question and its last run. */
export const List = ({ experiments }: { experiments: readonly Experiment[] }) => (
  <ul class="experiments">
    {experiments.map((experiment) => (
      <li key={experiment.name}>
        <a href={`#/experiments/${experiment.name}`}>
          <code>{experiment.name}</code>
        </a>
        <span>{experiment.question}</span>
        <Last experiment={experiment} />
      </li>
    ))}
  </ul>
);

function Last({ experiment }: { experiment: Experiment }) {
  const [last] = experiment.runs;
  const duration = quickDuration(experiment);
  return (
    <span class="last muted">
      {last ? (
        <>
          <span class={`state ${last.state}`}>{stateInWords(last)}</span>, {last.kept ? 'committed' : 'here'},{' '}
          {momentOf(last.startedAt)}
        </>
      ) : (
        'never run'
      )}
      {duration && <span class="duration">quick: {duration}</span>}
    </span>
  );
}

/** Runs that cannot be shown, and why. */
export const Broken = ({ runs }: { runs: readonly BrokenRun[] }) =>
  runs.length === 0 ? null : (
    <details>
      <summary>{runs.length === 1 ? 'One run cannot be shown' : `${runs.length} runs cannot be shown`}</summary>
      <ul>
        {runs.map(({ id, sentence }) => (
          <li key={id}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
