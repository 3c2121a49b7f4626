import type { Progress } from '@jobly/lab/instrument';
import type { Figures, MeasuredBlock, Results, Table } from '@jobly/lab/results';
import type { Stacks, Workload } from '@jobly/lab/system-under-test';
import type { Arm } from './arm';
import type { Case } from './case';
import type { Design, Ingredients } from './design';
import type { Run } from './run';
import type { Sessions } from './sessions';

/** What a run has around it, whatever it is about. */
export interface Surroundings {
  run: Run;
  seed: number;
  quick: boolean;
  signal: AbortSignal;
  progress: Progress;
}

/** The same with both stacks, answering. */
export interface Scene extends Surroundings {
  stacks: Stacks;
}

/** What is there when all blocks are measured. */
export interface MeasuredScene extends Scene {
  arms: readonly Arm[];
  workloads: readonly Workload[];
  sessions: Sessions;
  blocks: readonly MeasuredBlock[];
}

/** The arms of an experiment, ready for requests, and what to do with them afterwards. */
export interface Arms {
  arms: Arm[];
  close?: () => Promise<void>;
}

/** What an experiment finds out other than by blocks. */
export type Observations = Partial<Pick<Results, 'costs' | 'waterfalls' | 'tables' | 'tradeoffs' | 'timelines'>>;

interface Question {
  /** The command that runs it, and the name of its folder in the baseline. */
  readonly name: string;
  readonly question: string;
  /** What we expect to find, written down before looking. */
  readonly hypothesis: string;
  /** Programs of its own, by the names under which the command line starts them in processes of their own. */
  readonly processes?: Readonly<Record<string, () => void>>;
}

/** About both stacks, wherever they run (`any`), or only about such as the lab has started itself (`own`). */
interface OnStacks {
  readonly stacks: 'any' | 'own';
  /** Needs, beside the stacks, the monolith whose modules call each other through JSON. */
  readonly loopback?: true;
  /** Needs an nginx on this machine, which `run` names. */
  readonly nginx?: true;
}

/** About something else. */
interface OnItsOwn {
  readonly stacks: 'none';
}

interface Paired extends Question {
  readonly kind: 'paired';
  readonly design: Design;
  /** Which arms run on which operation, under which load. */
  cases(ingredients: Ingredients): Case[];
  /**
   * What follows from everything that a run has found, where the answer is more than "so many times as much". Called
   * once, at the end of the run; no verdict means that there is no such answer.
   */
  conclude?(figures: Figures): { verdict?: string | undefined; tables?: Table[] };
}

/** Arms that are held against each other in paired blocks. Order, warm-up, gates and report are the runner's. */
export type PairedExperiment = Paired &
  (
    | (OnStacks & {
        arms(scene: Scene): Promise<Arms> | Arms;
        /** Looks at the arms once more when all blocks are measured and nothing else runs. */
        observe?(scene: MeasuredScene): Promise<Observations>;
      })
    | (OnItsOwn & { arms(surroundings: Surroundings): Promise<Arms> | Arms })
  );

interface Observed extends Question {
  readonly kind: 'study';
  /** What follows from what was observed. Called once, at the end of the run. */
  conclude(figures: Figures): { verdict: string; tables?: Table[] };
}

/** Something that is counted, timed or broken, without blocks and so without a control: it says itself what it saw. */
export type Study = Observed &
  (
    | (OnStacks & { observe(scene: Scene): Promise<Observations> })
    | (OnItsOwn & { observe(surroundings: Surroundings): Promise<Observations> })
  );

/** One question, declared. */
export type Experiment = PairedExperiment | Study;
