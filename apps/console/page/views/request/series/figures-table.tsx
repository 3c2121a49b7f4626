import type { Times } from '../../../../api/request';
import { numberOfMs } from '../format';
import { range } from './verdict';

/** The figures of each stack, with their intervals. */
export const FiguresTable = ({ times }: { times: readonly Times[] }) => (
  <div class="figures" role="group" aria-label="Figures of the series" tabIndex={0}>
    <table>
      <thead>
        <tr>
          <th scope="col">ms</th>
          <th scope="col">median</th>
          <th scope="col">95 % interval</th>
          <th scope="col">p95</th>
          <th scope="col">95 % interval</th>
          <th scope="col">n</th>
        </tr>
      </thead>
      <tbody>
        {times.map(({ stack, n, median, p95 }) => (
          <tr key={stack}>
            <th scope="row" class={`stack ${stack}`}>
              {stack}
            </th>
            <td>{numberOfMs(median.estimate)}</td>
            <td>{range(median)}</td>
            <td>{numberOfMs(p95.estimate)}</td>
            <td>{range(p95)}</td>
            <td>{n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
