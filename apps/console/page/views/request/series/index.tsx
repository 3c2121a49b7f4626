import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FilledIn, Sample, SeriesLine } from '../../../../api/request';
import { askForLines } from '../../../ask';
import { Chart } from './chart';
import { FiguresTable } from './figures-table';
import { byStack } from './times';
import { verdictsOn } from './verdict';

type Figures = Extract<SeriesLine, { times: unknown }>;

/** So many count, of each stack, after those to warm up. */
const [COUNTED, WARM_UP] = [200, 20];

/** Sends a request many times, and shows each as it comes. */
export function Series({ filledIn, whyNot }: { filledIn: FilledIn; whyNot: string | undefined }) {
  const samples = useSignal<readonly Sample[]>([]);
  const figures = useSignal<Figures | undefined>(undefined);
  const ended = useSignal('');
  const running = useSignal<AbortController | undefined>(undefined);
  // A request a millisecond would be too much to draw: they are drawn with the next frame.
  const waiting = useRef<Sample[]>([]);
  const draw = () => {
    if (waiting.current.length === 0) return;
    samples.value = [...samples.value, ...waiting.current.splice(0)];
  };
  const hear = (line: SeriesLine) => {
    if ('sample' in line) {
      if (waiting.current.push(line.sample) === 1) requestAnimationFrame(draw);
      return;
    }
    draw();
    if ('ended' in line) ended.value = line.ended;
    else figures.value = line;
  };
  const start = async () => {
    const controller = new AbortController();
    running.value = controller;
    [samples.value, figures.value, ended.value] = [[], undefined, ''];
    try {
      await askForLines('api/series', filledIn, hear, controller.signal);
    } catch (error) {
      ended.value = controller.signal.aborted ? 'Stopped. Figures need the whole series.' : (error as Error).message;
    }
    running.value = undefined;
  };
  useEffect(() => () => running.value?.abort(), []);

  const stacks = byStack(samples.value);
  return (
    <section class="series" aria-labelledby="series">
      <h2 id="series">Is it always like this?</h2>
      <p>
        {running.value ? (
          <button onClick={() => running.value?.abort()}>Stop</button>
        ) : (
          <button disabled={whyNot !== undefined} onClick={() => void start()} aria-describedby="series-note">
            Send it {COUNTED} times
          </button>
        )}{' '}
        <span id="series-note" class="muted">
          {whyNot ?? `To each stack in turn, one at a time, after ${WARM_UP} each to warm up, which do not count.`}
        </span>
      </p>
      <div role="status">
        {running.value && <p class="muted">{progressOf(samples.value)}</p>}
        {ended.value && <p>{ended.value}</p>}
        {figures.value?.longer.flatMap((one) =>
          verdictsOn(one, figures.value!.times[0]!.n).map((sentence) => (
            <p key={sentence} class="verdict">
              {sentence}
            </p>
          )),
        )}
      </div>
      {figures.value && <FiguresTable times={figures.value.times} />}
      {stacks.length > 0 && <Chart stacks={stacks} figures={figures.value?.times ?? []} />}
      {figures.value && (
        <p class="muted note">
          Intervals of 95 %: of medians, ratios and differences over blocks of 20 neighbouring requests, added times
          over the middle half of each; of p95 between two of the times (order statistics), which is too narrow where
          neighbouring requests take alike long. They hold for these requests: the next launch of the stacks may differ
          by more, and npm run compare measures with several.
        </p>
      )}
    </section>
  );
}

function progressOf(samples: readonly Sample[]): string {
  const counting = samples.filter(({ isWarmUp }) => !isWarmUp).length;
  return counting === 0 ? 'Warming up …' : `${counting} sent that count …`;
}
