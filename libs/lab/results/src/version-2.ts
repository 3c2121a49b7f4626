import { z } from 'zod';
import type { Conclude, Figures } from './results';

/** The parts of a version 2 file that have changed since. */
const version2 = z.looseObject({
  version: z.literal(2),
  summaries: z.array(z.looseObject({ arm: z.string(), cpuByProcess: z.record(z.string(), z.number()).nullable() })),
  comparisons: z.array(z.looseObject({ base: z.string(), other: z.string() })),
  memory: z.array(z.looseObject({ process: z.string() })),
  workloads: z.array(z.looseObject({ name: z.string() })),
  timelines: z.array(z.looseObject({ marks: z.array(z.looseObject({ name: z.string() })) })).default([]),
  blocks: z.array(z.looseObject({ workload: z.string(), pair: z.int() })),
});

/** Version 2 encoded these as suffixes of names; version 3 has fields for them. */
const REPEATS = / again$/;
const MISTAKE = /\(mistake\)$/;
const DATABASE = /^PostgreSQL: /;
const MOMENTS = { killed: / killed$/, started: / started$/, ready: / ready$/, first: / answers its first read$/ };

const NOT_KEPT =
  'An older lab has kept the figures of this run without its verdict and without its blocks, from which alone it could be drawn again.';

/** Converts a file of version 2 to version 3, except for its conclusion; leaves anything else unchanged. */
export function fromVersion2(file: unknown): unknown {
  const { success, data } = version2.safeParse(file);
  if (!success) return file;
  const { summaries, comparisons, memory, workloads, timelines, blocks } = data;
  const arms = new Set([
    ...summaries.map(({ arm }) => arm),
    ...comparisons.flatMap(({ base, other }) => [base, other]),
  ]);
  const processes = new Set([
    ...summaries.flatMap(({ cpuByProcess }) => Object.keys(cpuByProcess ?? {})),
    ...memory.map(({ process }) => process),
  ]);
  return {
    ...data,
    version: 3,
    arms: [...arms].map((name) => ({
      name,
      repeats: REPEATS.test(name) ? name.replace(REPEATS, '') : null,
      mistake: MISTAKE.test(name),
    })),
    databases: [...processes].filter((process) => DATABASE.test(process)),
    workloads: workloads.map((workload) => ({ ...workload, pairs: pairsIn(blocks, workload.name) })),
    timelines: timelines.map((timeline) => ({ ...timeline, marks: timeline.marks.map(withMoment) })),
    conclusion: { verdict: NOT_KEPT, tables: [] },
  };
}

/** The verdict of a version 2 run, drawn from its blocks as at the end of the run; `NOT_KEPT` without them. */
export const verdictOfVersion2 = (figures: Figures, conclude: Conclude): string =>
  figures.blocks.length > 0 ? conclude(figures).verdict : NOT_KEPT;

function pairsIn(blocks: readonly { workload: string; pair: number }[], name: string): number | null {
  if (blocks.length === 0) return null;
  return new Set(blocks.filter(({ workload }) => workload === name).map(({ pair }) => pair)).size;
}

function withMoment(mark: { name: string }): { name: string; moment?: string } {
  const [moment] = Object.entries(MOMENTS).find(([, ending]) => ending.test(mark.name)) ?? [];
  return { ...mark, ...(moment !== undefined && { moment }) };
}
