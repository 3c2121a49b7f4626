export { measuredBlock } from './blocks.fixture';
export { invalidResults, madeUpResults } from './results.fixture';
export {
  layerWaterfall,
  saturationResults,
  stackWaterfall,
  studyResults,
  supplement,
  twoConfigurations,
  withCosts,
  withIntervals,
} from './rich-results.fixture';
