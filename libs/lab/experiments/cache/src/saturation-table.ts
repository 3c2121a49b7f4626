import { count, isLowerBound, type MeasuredBlock, percentage, type Table, throughput } from '@jobly/lab/results';
import type { MeasuredScene } from '@jobly/lab/runner';

/** Each arm's throughput at saturation, and whether it is only a lower bound. */
export function saturationTable({ blocks, arms }: MeasuredScene): Table {
  const closed = blocks.filter(({ offered }) => offered === null);
  const rows = arms.flatMap(({ name }) => {
    const here = closed.filter(({ arm }) => arm === name);
    return here.length > 0 ? [rowOf(name, here)] : [];
  });
  return {
    title: 'How many requests a second',
    note: 'Users who ask again as soon as they are answered. Where the generator was over half busy it was perhaps what could do no more, and the arm serves at least so many.',
    head: ['arm', 'requests/s', 'generator busy', 'held back by it'],
    rows,
  };
}

function rowOf(name: string, blocks: readonly MeasuredBlock[]): string[] {
  const mean = (of: (block: MeasuredBlock) => number) =>
    blocks.reduce((sum, block) => sum + of(block), 0) / blocks.length;
  const served = count(mean((block) => throughput.of(block) ?? 0));
  const busy = mean(({ result }) => result.utilisation);
  const bound = isLowerBound(blocks);
  return [name, bound ? `at least ${served}` : served, percentage(busy), bound ? 'perhaps' : 'no'];
}
