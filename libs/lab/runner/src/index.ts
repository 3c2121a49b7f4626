export { chosenFor } from './choose/choices';
export type { RunOptions } from './choose/options';
export { type Arm, armAt, armName, repeated, repeatOf } from './experiment/arm';
export type { Case } from './experiment/case';
export { casesOf } from './experiment/cases';
export { asDeployed, equalCpu } from './experiment/configurations';
export type { Ingredients } from './experiment/design';
export type { Arms, Experiment, MeasuredScene, Observations, PairedExperiment } from './experiment/experiment';
export { withTwin } from './experiment/twin';
export { createRun, type Run } from './experiment/run';
export { openSessions } from './experiment/sessions';
export type { FixedLoad } from './experiment/settings';
export { blockOf } from './plan/block-of';
export { saturationCaseOf } from './plan/saturation';
export { conclusionOf } from './record/conclusion';
export { runExperiment } from './run-experiment';
export { Interrupted, onInterruption } from './run/interruption';
/** The code that `nx g @jobly/generators:experiment --kind study` writes needs these. @public */
export type { Scene, Study } from './experiment/experiment';
