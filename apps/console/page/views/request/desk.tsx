import type { Answers, Form } from '../../../api/request';
import { Bodies } from './bodies';
import { Chooser, Fields, SignedInAs } from './form';
import { PartsTable } from './parts-table';
import { Paths } from './path';
import { filledInFrom, useSending } from './sending';
import { Series } from './series';
import { whyNotRepeated } from './series/repeatable';
import { answered, reasonIn, verdictOf } from './verdict';
import { Waterfall } from './waterfall';

interface Props {
  forms: readonly Form[];
  chosen: Form;
  onWrite: () => Promise<unknown>;
}

/** An operation's form, and what became of it when it was sent. */
export function Desk({ forms, chosen, onWrite }: Props) {
  const { values, caller, sent, failure, underWay, send } = useSending(chosen, onWrite);
  const filledIn = filledInFrom(chosen, values.value, caller.value);
  return (
    <div class="request">
      <form
        class="desk"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Chooser forms={forms} chosen={chosen} />
        <Fields form={chosen} values={values} />
        <SignedInAs form={chosen} caller={caller} />
        <button class="primary" aria-disabled={underWay.value}>
          Send
        </button>
      </form>
      <div aria-live="polite">
        {failure.value && <p role="alert">{failure.value}</p>}
        {!sent.value && !failure.value && (
          <p class="muted">{underWay.value ? 'Sending …' : `${chosen.summary}. Not sent yet.`}</p>
        )}
        {sent.value && <h1>{verdictOf(sent.value.answers)}</h1>}
      </div>
      {sent.value && <Where answers={sent.value.answers} />}
      <Series key={chosen.name} filledIn={filledIn} whyNot={whyNotRepeated(chosen, filledIn, sent.value)} />
      {sent.value && <What answers={sent.value.answers} />}
    </div>
  );
}

const Where = ({ answers }: { answers: Answers }) => (
  <>
    <p>
      {reasonIn(answers)} <span class="muted">{trustIn(answers)}</span>
    </p>
    {answers.answers.map(
      (answer) =>
        'unknown' in answer && (
          <p key={answer.stack} role="alert">
            <b>{answer.stack}</b>: {answer.unknown}
          </p>
        ),
    )}
    <Waterfall answers={answered(answers)} />
    <PartsTable answers={answered(answers)} />
    <p class="muted note">{noteOn(answers)}</p>
  </>
);

const What = ({ answers }: { answers: Answers }) => (
  <>
    <h2>Path of the request</h2>
    <Paths answers={answered(answers)} />
    <Bodies answers={answers} />
  </>
);

function trustIn({ of }: Answers): string {
  if (of === 1) return 'One request, n\u00a0=\u00a01: one sample, which proves nothing.';
  return `Shown is the median request of up to n\u00a0=\u00a0${of}, with the 95 % interval of the median.`;
}

function noteOn({ order, warmUp, of, isTraced }: Answers): string {
  const often = of > 1 ? `${warmUp} times to warm up and ${of} times to show the one with the median time, ` : '';
  return (
    `Sent ${often}to ${order.join(', then to ')}, so that they do not compete for the processors; next time the other ` +
    'way round. Processes say how long they took for what, and not when: each bar is drawn in the middle of the wait ' +
    'above it. What others cause in the meantime is counted, too.' +
    (isTraced ? ' Every process is being traced, which takes time of its own.' : '')
  );
}
