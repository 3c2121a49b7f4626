import type { Case, Ingredients } from '@jobly/lab/runner';
import { type Mode, modes } from '../modes';
import { isPlain, rungs } from './rungs';

/** The name of the case in which the rungs of a mode are compared on an operation. */
export const caseNameOf = (operation: string, { name }: Pick<Mode, 'name'>) => `${operation}, ${name}`;

/** A case for each operation in each mode that has arms. Only the first operation is measured on every rung. */
export const casesOfLadder = ({ workloads, arms, configurations: [configuration] }: Ingredients): Case[] =>
  modes.flatMap((mode) =>
    workloads.flatMap((workload, index) => {
      const wanted = rungs.filter((rung) => rung.mode === mode && (index === 0 || isPlain(rung)));
      const names = new Set(wanted.map(({ name }) => name));
      const own = arms.filter(({ name }) => names.has(name));
      if (own.length === 0) return [];
      return [{ name: caseNameOf(workload.name, mode), workload, configuration: configuration!, arms: own }];
    }),
  );
