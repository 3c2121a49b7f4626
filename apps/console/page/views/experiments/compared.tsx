import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RunsCompared } from '../../../api/experiments';
import { ask } from '../../ask';
import { messageOf } from '../../message-of';
import { Summary } from './run-summary';
import { Table } from './table';

/** Two runs of an experiment side by side. */
export function Compared({ name, first, next }: { name: string; first: string; next: string }) {
  const answer = useSignal<RunsCompared | string | undefined>(undefined);
  const query = new URLSearchParams({ first, next }).toString();
  useEffect(() => {
    ask<RunsCompared>(`api/compared?${query}`).then(
      (found) => (answer.value = found),
      (error: unknown) => (answer.value = messageOf(error)),
    );
  }, [query]);
  const found = answer.value;
  return (
    <>
      <p>
        <a href={`#/experiments/${name}`}>{name}</a>
      </p>
      <h1>Two runs side by side</h1>
      {found === undefined && <p class="muted">Reading both …</p>}
      {typeof found === 'string' && <p role="alert">{found}</p>}
      {typeof found === 'object' && (
        <>
          <div class="both">
            <div>
              <h2>Run 1</h2>
              <Summary run={found.first} />
            </div>
            <div>
              <h2>Run 2</h2>
              <Summary run={found.next} />
            </div>
          </div>
          {found.tables.length === 0 && <p>They have no figures in common that could be compared.</p>}
          {found.tables.map((table) => (
            <Table key={table.title} table={table} />
          ))}
          <p>
            <a href={`reports/both.html?${query}`} target="_blank" rel="noreferrer">
              Both in full on one page
            </a>
          </p>
        </>
      )}
    </>
  );
}
