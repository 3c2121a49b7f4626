import { momentOf } from '../experiments/words';
import { Answers } from './answers';
import { answer, failure } from './asked';
import { AssumptionInput } from './assumption';
import { Curves } from './curves';

/** The calculator over measured coefficients: a load that nobody has measured. */
export function WhatIfView() {
  const found = answer.value;
  return (
    <div class="what-if">
      <h1>What would each stack need for a load of your own?</h1>
      {failure.value && <p role="alert">{failure.value}</p>}
      {!found && !failure.value && <p class="muted">Reading what was measured …</p>}
      {found && (
        <>
          <div class="calculator">
            <form aria-label="Assumptions" onSubmit={(event) => event.preventDefault()}>
              {found.assumptions.map((assumption) => (
                <AssumptionInput key={assumption.name} assumption={assumption} wrong={found.wrong[assumption.name]} />
              ))}
            </form>
            <Answers answer={found} />
          </div>
          {found.rows.length > 0 && <Curves />}
          <Source measured={found.measured} />
        </>
      )}
    </div>
  );
}

const Source = ({ measured }: { measured: NonNullable<typeof answer.value>['measured'] }) => (
  <section class="source">
    <h2>What it is calculated from</h2>
    <p>
      Coefficients of {measured.kept ? 'the committed run' : 'this machine’s last valid run'} of{' '}
      <a href="#/experiments/what-if">
        <code>what-if</code>
      </a>
      {measured.quick && ', a quick one'}: {momentOf(measured.startedAt)}, {measured.machine}, n = {measured.launches}{' '}
      launches. Intervals are 95 % over launches; of processes and connections the fewest and the most, of nines the
      operations that need most and least. The mix has seven operations. Every process has CPUs of its own.
    </p>
    <p class="muted">{measured.verdict}</p>
  </section>
);
