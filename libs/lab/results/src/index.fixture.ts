export { measuredBlock } from './blocks.fixture';
export { invalidResults, madeUpResults } from './results.fixture';
export {
  layerWaterfall,
  stackWaterfall,
  studyResults,
  supplement,
  twoConfigurations,
  withCosts,
  withIntervals,
} from './rich-results.fixture';
export { saturationResults } from './saturation-results.fixture';
