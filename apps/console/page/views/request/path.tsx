import type { Account, Answer } from '../../../api/request';
import { state } from '../../live';
import { milliseconds } from './format';
import { type Arrow, type Box, pathOf } from './layout';
import { Statements } from './statements';

/** Room for the calls from service to service, which run beside them. */
const MARGIN = 82;

/** The way of a request through the processes of each stack, and what it asked the databases. */
export const Paths = ({ answers }: { answers: readonly Answer[] }) => (
  <div class="columns">
    {answers.map((answer) => (
      <div key={answer.stack}>
        {'unknown' in answer.account ? null : <Path answer={answer} account={answer.account} />}
        <Statements answer={answer} />
      </div>
    ))}
  </div>
);

function Path({ answer: { stack, clientMs }, account }: { answer: Answer; account: Account }) {
  const parts = state.value?.parts.filter(({ topology }) => topology === stack) ?? [];
  if (parts.length === 0) return null;
  const { boxes, arrows, width, height } = pathOf(parts, clientMs, account);
  const used = boxes.filter(({ isUsed }) => isUsed).map(({ name }) => name);
  return (
    <figure class={`path ${stack}`}>
      <figcaption class={`stack ${stack}`}>{stack}</figcaption>
      <svg
        viewBox={`-2 -2 ${width + MARGIN + 4} ${height + 4}`}
        width={width + MARGIN + 4}
        role="img"
        aria-label={`The request went through ${used.join(', ')}: ${arrows.map(inWords).join(', ')}`}
      >
        {arrows.map((arrow) => (
          <ArrowLine key={`${arrow.from.name} ${arrow.to.name}`} {...arrow} />
        ))}
        {boxes.map((box) => (
          <BoxShape key={box.name} {...box} />
        ))}
      </svg>
    </figure>
  );
}

const inWords = ({ from, to, ms }: Arrow) => `${from.name} to ${to.name} ${milliseconds(ms)}`;

const BoxShape = ({ name, modules, x, y, width, height, isUsed }: Box) => (
  <g class={isUsed ? 'used' : 'unused'}>
    <rect x={x} y={y} width={width} height={height} rx="4" />
    <text x={x + width / 2} y={y + 25}>
      {name}
    </text>
    {modules.map((module, at) => (
      <text key={module} class="module" x={x + width / 2} y={y + 45 + 16 * at}>
        {module}
      </text>
    ))}
  </g>
);

/** From the left to the right, or in an arc beside two boxes of the same column. */
function ArrowLine({ from, to, ms }: Arrow) {
  const [begin, end] = [from, to].map(({ y, height }) => y + height / 2) as [number, number];
  if (from.x === to.x) {
    const right = from.x + from.width;
    return (
      <g class="arrow">
        <path d={`M${right} ${begin} C${right + 34} ${begin} ${right + 34} ${end} ${right + 7} ${end}`} />
        <Head x={right} y={end} turn={180} />
        <text class="ms beside" x={right + 30} y={(begin + end) / 2 + 4}>
          {milliseconds(ms)}
        </text>
      </g>
    );
  }
  const [x1, x2] = [from.x + from.width, to.x];
  const bend = (x1 + x2) / 2;
  return (
    <g class="arrow">
      <path d={`M${x1} ${begin} C${bend} ${begin} ${bend} ${end} ${x2 - 7} ${end}`} />
      <Head x={x2} y={end} turn={0} />
      <text class="ms" x={bend} y={(begin + end) / 2 + (begin === end ? -7 : 4)}>
        {milliseconds(ms)}
      </text>
    </g>
  );
}

const Head = ({ x, y, turn }: { x: number; y: number; turn: number }) => (
  <path class="head" d="M0 0 L-8 -4.5 L-8 4.5 Z" transform={`translate(${x} ${y}) rotate(${turn})`} />
);
