import type { Case, Ingredients } from '@jobly/lab/runner';
import { type Mode, modes } from '../modes';
import { isPlain, rungs } from './rungs';

/** The name of the case in which the rungs of a mode are compared on an operation. */
export const caseNameOf = (operation: string, { name }: Pick<Mode, 'name'>) => `${operation}, ${name}`;

/**
 * All operations of one mode, then those of the next: its rungs are the same processes, which must not idle while others
 * are measured. Only the first operation is measured on every rung.
 */
export const casesOfLadder = ({ workloads, arms, configurations: [configuration] }: Ingredients): Case[] =>
  modes.flatMap((mode) =>
    workloads.map((workload, index) => {
      const wanted = rungs.filter((rung) => rung.mode === mode && (index === 0 || isPlain(rung)));
      const names = new Set(wanted.map(({ name }) => name));
      return {
        name: caseNameOf(workload.name, mode),
        workload,
        configuration: configuration!,
        arms: arms.filter(({ name }) => names.has(name)),
        apart: mode.name,
      };
    }),
  );
