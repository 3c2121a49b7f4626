/** A run of an experiment, of this copy or of the committed baseline. */
export interface RunSummary {
  readonly id: string;
  /** Whether it is of the committed baseline. */
  readonly kept: boolean;
  readonly startedAt: string;
  readonly minutes: number;
  readonly quick: boolean;
  readonly state: 'valid' | 'invalid' | 'incomplete';
  /** What it found, or why it does not count. */
  readonly verdict: string;
  /** What it would say if it counted; null if it does. */
  readonly uncounted: string | null;
  readonly machine: string;
  /** "10 pairs of blocks in 5 launches"; null for what has no blocks. */
  readonly samples: string | null;
}

/** An experiment as the lab lists it. */
export interface ListedExperiment {
  readonly name: string;
  readonly question: string;
  readonly hypothesis: string;
  readonly needsNginx: boolean;
  /** Of a quick run; null if the lab does not know. */
  readonly quickMinutes: number | null;
  /** The picture that shows it best, by its name; null if the lab names none. */
  readonly picture: string | null;
}

export interface Experiment extends ListedExperiment {
  /** The latest first. */
  readonly runs: readonly RunSummary[];
}

/** A run that cannot be shown, and why. */
export interface BrokenRun {
  readonly id: string;
  readonly sentence: string;
}

export interface Experiments {
  readonly experiments: readonly Experiment[];
  readonly broken: readonly BrokenRun[];
  /** The console's own run of the lab, its last one if none is under way. */
  readonly lab: LabRun | null;
}

/** The lab at work, as the console has started it. */
export interface LabRun {
  readonly experiment: string;
  /** The id of its results, once there are any. */
  readonly id: string;
  readonly startedAt: string;
  /** The latest lines of its progress. */
  readonly lines: readonly string[];
  /** Whether it was told to stop. */
  readonly stopping: boolean;
  /** How it ended; null while it goes on. */
  readonly ended: string | null;
}

export interface Picture {
  readonly name: string;
  readonly url: string;
}

export interface TextTable {
  readonly title: string;
  readonly note: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Two runs of one experiment. */
export interface RunsCompared {
  readonly first: RunSummary;
  readonly next: RunSummary;
  readonly tables: readonly TextTable[];
}
