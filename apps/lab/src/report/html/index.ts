export { renderForest } from './forest/svg';
export type { CurvePoint, Illustrated, ThroughputCurve, Waterfall } from './illustrated';
export { renderReport } from './page';
