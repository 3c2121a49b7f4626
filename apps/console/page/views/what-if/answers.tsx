import type { WhatIf } from '../../../api/what-if';

/** What each stack would need, and what its users would get. */
export const Answers = ({ answer: { rows, stacks, said } }: { answer: WhatIf }) => (
  <section class="answers">
    {rows.length > 0 && (
      <div class="wide" tabIndex={0} role="region" aria-label="Answers">
        <table>
          <thead>
            <tr>
              <td />
              {stacks.map((stack) => (
                <th key={stack} scope="col" class={stack}>
                  {stack}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ figure, cells }) => (
              <tr key={figure}>
                <th scope="row">{figure}</th>
                {cells.map((cell, index) => (
                  <Cell key={stacks[index]} text={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
    {rows.length > 0 && (
      <p role="status" class="muted">
        {said}
      </p>
    )}
  </section>
);

/** "1.20 ms (1.10 to 1.31)": the interval stands below. */
function Cell({ text }: { text: string }) {
  const [, estimate = text, interval] = /^(.+?) \((.+)\)$/.exec(text) ?? [];
  return (
    <td>
      <b>{estimate}</b>
      {interval && <span class="muted">{interval}</span>}
    </td>
  );
}
