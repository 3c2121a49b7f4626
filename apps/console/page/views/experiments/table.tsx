import type { TextTable } from '../../../api/experiments';
import { figureColumns } from './words';

/** A table of the lab, in a scroller of its own. */
export function Table({ table: { title, note, head, rows } }: { table: TextTable }) {
  const figures = figureColumns(rows);
  const aligned = (column: number) => (figures.has(column) ? 'figure' : undefined);
  return (
    <section>
      <h2>{title}</h2>
      <p class="muted note">{note}</p>
      <div class="wide" tabIndex={0} role="region" aria-label={`Table: ${title}`}>
        <table>
          <thead>
            <tr>
              {head.map((cell, column) =>
                cell === '' ? (
                  <td key={column} />
                ) : (
                  <th key={column} scope="col" class={aligned(column)}>
                    {cell}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...cells], row) => (
              <tr key={row}>
                <th scope="row">{first}</th>
                {cells.map((cell, index) => (
                  <td key={index} class={aligned(index + 1)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
