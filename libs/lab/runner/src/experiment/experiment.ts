import type { Progress } from '@jobly/lab/instrument';
import type { Figures, Gate, MeasuredBlock, Results, Table } from '@jobly/lab/results';
import type { DataSize, Stacks, Workload } from '@jobly/lab/system-under-test';
import type { Arm } from './arm';
import type { Case } from './case';
import type { Design, Ingredients } from './design';
import type { Run } from './run';
import type { Sessions } from './sessions';

/** The context of a run, whatever its subject. */
export interface Surroundings {
  run: Run;
  seed: number;
  quick: boolean;
  /** Those of the experiment's flags that the user has given, as on the command line: `no-suite`, `feature reviews`. */
  flags: readonly string[];
  signal: AbortSignal;
  progress: Progress;
}

/** The same with both stacks, answering. */
export interface Scene extends Surroundings {
  stacks: Stacks;
}

/** The scene after all blocks have been measured. */
export interface MeasuredScene extends Scene {
  arms: readonly Arm[];
  workloads: readonly Workload[];
  /** In the order of the experiment. */
  cases: readonly Case[];
  sessions: Sessions;
  blocks: readonly MeasuredBlock[];
}

/** The arms of an experiment, ready for requests, and a way to close them afterwards. */
export interface Arms {
  arms: Arm[];
  /** What their databases hold, if it is not the data of the stacks. */
  data?: DataSize;
  /** How many users the lab signs up for them. */
  accounts?: number;
  close?: () => Promise<void>;
}

/** The findings of an experiment beside its blocks. */
export type Observations = Partial<
  Pick<
    Results,
    'costs' | 'waterfalls' | 'tables' | 'diagrams' | 'tradeoffs' | 'plots' | 'timelines' | 'graphs' | 'sizing'
  >
>;

interface Question {
  /** The command that runs it, and the name of its folder in the baseline. */
  readonly name: string;
  readonly question: string;
  /** The expected result, written down in advance. */
  readonly hypothesis: string;
  /** Programs of its own, by the names under which the command line starts them in separate processes. */
  readonly processes?: Readonly<Record<string, () => void>>;
  /**
   * Flags of its own for the command line, as Commander spells them, with their descriptions: `running` for what it does
   * only if asked to, `no-suite` for what it does unless told not to, `feature <name>` for a choice.
   */
  readonly flags?: Readonly<Record<string, string>>;
  /** Called before anything starts. Throws a Failure if one of these flags has a value that means nothing. */
  assertFlags?(flags: readonly string[]): void;
  /** Its figures are no property of this version alone, so that no baseline of all experiments has them. */
  readonly inBaseline?: false;
}

/** About both stacks, wherever they run (`any`), or only about stacks that the lab has started itself (`own`). */
interface OnStacks {
  readonly stacks: 'any' | 'own';
  /** It also needs the monolith whose modules call each other through JSON. */
  readonly loopback?: true;
  /** How often it makes further databases with createDatabases, which hold the chosen data like those of the stacks. */
  readonly furtherDatabases?: number;
  /** Needs an nginx on this machine, which `run` names. */
  readonly nginx?: true;
  /** Fills the databases itself, so that the user cannot choose what is in them. */
  readonly fillsDatabases?: true;
}

/** About something else. */
interface OnItsOwn {
  readonly stacks: 'none';
}

interface Paired extends Question {
  readonly kind: 'paired';
  readonly design: Design;
  /**
   * Names of groups of arms, which every launch measures one after the other: arms of one group are started, compared and
   * closed before those of the next, whose processes would else disturb them. A quick run may have fewer. By default all arms are one group.
   */
  readonly groups?: readonly string[] | Readonly<Record<'full' | 'quick', readonly string[]>>;
  /** The arms that run on each operation, and their load. */
  cases(ingredients: Ingredients): Case[];
  /** Conditions of its own that the figures must meet for the run to count. */
  check?(figures: Figures): Gate[];
  /**
   * The conclusion from all findings of a run, if there is more to say than a ratio. Called once, at the end of the
   * run; without a verdict the default applies.
   */
  conclude?(figures: Figures): { verdict?: string | undefined; tables?: Table[] };
}

/** Arms that are compared in paired blocks. Order, warm-up, gates and report are the runner's. */
export type PairedExperiment = Paired &
  (
    | (OnStacks & {
        /** The arms, or those of a group. */
        arms(scene: Scene, group: string): Promise<Arms> | Arms;
        /** Observes the arms once more, or those of the last group, when all blocks are measured and nothing else runs. */
        observe?(scene: MeasuredScene): Promise<Observations>;
      })
    | (OnItsOwn & { arms(surroundings: Surroundings, group: string): Promise<Arms> | Arms })
  );

interface Observed extends Question {
  readonly kind: 'study';
  /** The reasons that what it has observed does not count, one sentence each. */
  check?(figures: Figures): string[];
  /** The conclusion from the observations. Called once, at the end of the run. */
  conclude(figures: Figures): { verdict: string; tables?: Table[] };
}

/**
 * Something that is counted, timed or broken, without blocks and therefore without a control: it draws its own verdict.
 */
export type Study = Observed &
  (
    | (OnStacks & { observe(scene: Scene): Promise<Observations> })
    | (OnItsOwn & { observe(surroundings: Surroundings): Promise<Observations> })
  );

/** One question, declared. */
export type Experiment = PairedExperiment | Study;
