import type { Assumption } from '../../../api/what-if';
import { asked, assume } from './asked';
import { scaleOf, STEPS, stepOf, valueAt } from './scales';

/** An assumption: a number, and a slider over its useful part. */
export function AssumptionInput({ assumption, wrong }: { assumption: Assumption; wrong: string | undefined }) {
  const { name, label, value, whole } = assumption;
  const scale = scaleOf(name, assumption);
  const text = asked.value[name] ?? value;
  // What was written last: the answer to it may still be on its way.
  const current = Number.isNaN(parseFloat(text)) ? Number(value) : parseFloat(text);
  const slide = (step: number) => {
    const reached = valueAt(scale, step);
    assume(name, String(whole ? Math.round(reached) : reached));
  };
  return (
    <div class="assumption">
      <label for={`assumed-${name}`}>{label}</label>
      <input
        type="range"
        aria-label={`${label}: slider`}
        aria-valuetext={text}
        min={0}
        max={STEPS}
        value={stepOf(scale, current)}
        onInput={({ currentTarget }) => slide(currentTarget.valueAsNumber)}
      />
      <input
        id={`assumed-${name}`}
        inputMode="decimal"
        autocomplete="off"
        value={text}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong && `wrong-${name}`}
        onInput={({ currentTarget }) => assume(name, currentTarget.value)}
      />
      {wrong && (
        <p id={`wrong-${name}`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}
