import { useSignal } from '@preact/signals';
import type { Answer, Statement, Unknown } from '../../../api/request';
import { ask } from '../../ask';
import { milliseconds } from './format';

/** The SQL statements of a request, as soon as somebody wants to see them. */
export function Statements({ answer: { stack, headers } }: { answer: Answer }) {
  const found = useSignal<readonly Statement[] | Unknown | undefined>(undefined);
  const id = headers.find(([name]) => name === 'x-request-id')?.[1];
  if (id === undefined) return null;
  const load = () =>
    ask<readonly Statement[] | Unknown>(`api/statements/${encodeURIComponent(id)}`).then(
      (loaded) => (found.value = loaded),
      (error: unknown) => (found.value = { unknown: (error as Error).message }),
    );
  return (
    <details class="statements" onToggle={({ currentTarget }) => currentTarget.open && !found.value && void load()}>
      <summary>SQL statements of {stack}</summary>
      <Found found={found.value} />
    </details>
  );
}

function Found({ found }: { found: readonly Statement[] | Unknown | undefined }) {
  if (!found) return <p class="muted">Waiting for the spans of all processes, a few seconds …</p>;
  if ('unknown' in found) return <p>{found.unknown}</p>;
  if (found.length === 0) return <p>It needed none.</p>;
  return (
    <ol>
      {found.map(({ process, text, ms }, at) => (
        <li key={at}>
          {process}, {milliseconds(ms)}
          <pre>{text}</pre>
        </li>
      ))}
    </ol>
  );
}
