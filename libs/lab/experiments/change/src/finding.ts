import type { DeploymentOrder } from './order/deployment-order';
import type { SuiteResult } from './suite/suite';
import type { Item } from './touched/item';
import type { Touched } from './touched/touched';

/** What was found out about a feature in one topology. */
export interface Finding {
  /** The feature's name. */
  readonly feature: string;
  readonly topology: string;
  readonly touched: Touched;
  /** The processes that have to be deployed again. */
  readonly deployables: readonly Item[];
  /** Absent if the suite was not run. */
  readonly suite?: SuiteResult;
  /** Absent if no states were started. */
  readonly order?: DeploymentOrder;
}

/** What a feature touches that belongs to no topology. */
export interface Besides {
  readonly feature: string;
  readonly title: string;
  readonly docs: readonly Item[];
  readonly tools: readonly Item[];
}

/** Everything that was found out. */
export interface Findings {
  readonly features: readonly Besides[];
  readonly byTopology: readonly Finding[];
}
