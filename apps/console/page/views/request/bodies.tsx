import { useSignal } from '@preact/signals';
import type { Answer, Answers } from '../../../api/request';
import { amount, counted } from './format';

/** Beyond these a body is folded (lines). */
const FOLDED = 24;

/** Of the lines before a difference, as many are shown. */
const BEFORE = 6;

/** The answers, side by side. */
export const Bodies = ({ answers }: { answers: Answers }) => (
  <section aria-labelledby="answers">
    <h2 id="answers" class={answers.areSame === false ? 'bad' : undefined}>
      {answers.comparison}
    </h2>
    <p class="muted">Tokens and the ids of new jobs are left out, because they must differ.</p>
    <div class="columns">
      {answers.answers.map((answer) =>
        'status' in answer ? (
          <Body key={answer.stack} answer={answer} />
        ) : (
          <div key={answer.stack}>
            <h3 class={`stack ${answer.stack}`}>{answer.stack}</h3>
            <p>{answer.unknown}</p>
          </div>
        ),
      )}
    </div>
  </section>
);

function Body({ answer }: { answer: Answer }) {
  const { stack, status, headers, lines, bytes, isCut } = answer;
  const isOpen = useSignal(false);
  // Folded, the first difference is in sight.
  const from = Math.max(0, lines.findIndex(({ differs }) => differs) - BEFORE);
  const shown = isOpen.value ? lines : lines.slice(from, from + FOLDED);
  return (
    <div>
      <h3 class={`stack ${stack}`}>
        {stack} <b>{status}</b>
      </h3>
      <dl class="headers">
        {headers.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt> <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <pre tabIndex={0} aria-label={`Body from ${stack}`}>
        {!isOpen.value && from > 0 && '…\n'}
        {shown.map(({ text, differs }, at) =>
          differs ? (
            <mark key={at}>
              {'≠ '}
              {text}
              {'\n'}
            </mark>
          ) : (
            `${text}\n`
          ),
        )}
      </pre>
      {lines.length > FOLDED && (
        <button onClick={() => (isOpen.value = !isOpen.value)} aria-expanded={isOpen.value}>
          {isOpen.value ? 'Show fewer lines' : `Show all ${counted(lines.length, 'line')}`}
        </button>
      )}
      {isCut && <p class="muted">Cut: the answer has {amount(bytes)}, and only the first 200 kB are shown.</p>}
    </div>
  );
}
