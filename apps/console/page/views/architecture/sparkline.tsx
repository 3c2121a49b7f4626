import { amount } from './amounts';
import { LENGTH } from './history';

const WIDTH = 240;
const HEIGHT = 44;

interface Props {
  title: string;
  decimals: number;
  /** One a second, the newest last; null: not known. */
  values: readonly (number | null)[];
}

/** The last minute of a figure, from nothing to its largest value. */
export function Sparkline({ title, decimals, values }: Props) {
  const most = Math.max(...values.map((value) => value ?? 0), 0);
  return (
    <figure class="sparkline">
      <figcaption>
        <b>{amount(values.at(-1), decimals)}</b> {title}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={pathOf(values, most)} />
      </svg>
      <span class="muted">
        at most {amount(most, decimals)} in {values.length} s
      </span>
    </figure>
  );
}

/** Broken where a value is not known. */
function pathOf(values: readonly (number | null)[], most: number): string {
  const first = LENGTH - values.length;
  const commands = values.map((value, index) => {
    if (value === null) return '';
    const isContinued = index > 0 && values[index - 1] !== null;
    return `${isContinued ? 'L' : 'M'}${x(first + index)} ${y(value, most)}`;
  });
  return commands.join('');
}

const x = (index: number) => ((WIDTH * index) / (LENGTH - 1)).toFixed(1);
const y = (value: number, most: number) => (HEIGHT - 1 - (most > 0 ? ((HEIGHT - 2) * value) / most : 0)).toFixed(1);
