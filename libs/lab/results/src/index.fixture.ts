export { measuredBlock } from './blocks.fixture';
export { invalidResults, madeUpResults } from './results.fixture';
export {
  layerWaterfall,
  shopGraph,
  stackWaterfall,
  studyResults,
  supplement,
  twoConfigurations,
  withCosts,
  withIntervals,
} from './rich-results.fixture';
export { saturationResults } from './saturation-results.fixture';
export { madeUpSizing } from './sizing/sizing.fixture';
