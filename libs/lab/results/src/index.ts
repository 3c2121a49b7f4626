export { tablesBetween } from './between/tables';
export { type Capacity, capacityOf, capacityRatio } from './figures/capacity';
export { ladderOf } from './figures/pooled-tails';
export { compare, type Compared, type Comparison, pairsOf } from './figures/comparison';
export {
  answersGate,
  droppedGate,
  failedGate,
  type Gate,
  generatorGate,
  noiseFloorGate,
  scheduleGate,
} from './figures/gates';
export { listenGate, othersGate } from './figures/machine-gates';
export { meanOthers, othersCell, othersReason } from './figures/others-reason';
export { highestRateMetric } from './figures/highest-rate';
export { isLowerBound } from './figures/lower-bound';
export { allowedReach, repeatGate } from './figures/repeat-gate';
export { cpuPerThousand, responseP50, responseP95, responseP99, serviceP50, throughput } from './figures/metrics';
export { failuresIn, summarise, type Summary } from './figures/summary';
export type { MeasuredBlock } from './measured';
export { capacityInWords, capacityWithInterval } from './reading/capacity';
export {
  type Case,
  casesByConfiguration,
  configurationsIn,
  hasSeveralConfigurations,
  isOpen,
  mixesIn,
  sharesInWords,
  tabledCases,
} from './reading/cases';
export { dataInWords } from './reading/data';
export { type Finding, type FindingRow, findingsOf, neutralOf, pairKey, pairOf } from './reading/findings';
export { inGeneral } from './reading/in-general';
export { letterOf, momentsInWords, countedIn } from './reading/moments';
export {
  cellInWords,
  count,
  intervalInWords,
  milliseconds,
  percentage,
  roundedMs,
  signed,
  threeDigits,
  tickLabel,
} from './reading/numbers';
export { overWhat, pairsInWords } from './reading/pairs';
export { precisionInWords } from './reading/precision';
export { withOnePostgres } from './reading/processes';
export { repeatsIn } from './reading/repeats';
export { asSentence, capitalised, cellOf, figureOf, sentenceOf } from './reading/sentence';
export { speedInWords } from './reading/speed';
export { stateOf, verdictOf } from './reading/verdict';
export { linesOf } from './reading/waterfall-lines';
export { differencesOf, type Step, totalOf, type Waterfall, type WaterfallArm } from './reading/waterfall';
export { FLAT, warmUpInWords } from './reading/warm-up';
export { wrapped } from './reading/wrapped';
export { type Conclusion, type Figures, type Graph, results, type Results, type Table } from './results';
export { answerOf, answerWithIntervals, overLaunches } from './sizing/answer';
export {
  type LaunchCoefficients,
  type Operation,
  type PartCoefficients,
  type PerKind,
  type Sizing,
  type StackCoefficients,
} from './sizing/coefficients';
export { answersInWords } from './sizing/in-words';
export { decisiveInWords } from './sizing/decisive';
export { loadOf } from './sizing/load';
export { TIMES_AT } from './sizing/median';
export {
  assumed,
  described,
  type Field,
  FIELDS,
  labelOf,
  type Scenario,
  usualScenario,
  valueOf,
  written,
} from './sizing/scenario';
export { type Sensitivity, sensitivitiesOf } from './sizing/sensitivity';
export { readResults, resultsFileAt } from './stored-results';
