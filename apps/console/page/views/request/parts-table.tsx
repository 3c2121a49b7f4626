import type { Answer } from '../../../api/request';
import { numberOfMs } from './format';

/** What the time of a request consists of, in figures. */
export function PartsTable({ answers }: { answers: readonly Answer[] }) {
  const shown = answers.filter(({ parts }) => parts.length > 0);
  const names = shown[0]?.parts.map(({ name }) => name) ?? [];
  if (names.length === 0) return null;
  return (
    <details>
      <summary>In figures</summary>
      <div class="figures" role="group" aria-label="Parts of the time" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">ms</th>
              {shown.map(({ stack }) => (
                <th key={stack} scope="col" class={stack}>
                  {stack}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name, at) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {shown.map(({ stack, parts }) => (
                  <td key={stack}>{numberOfMs(parts[at]!.ms)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
