export type { Evidence } from './lecture/evidence';
export { type LectureSection, renderLecture } from './lecture/page';
export { renderReport } from './page';
export { drawnPlot, picturesOf, picturesOfBlocks } from './pictures';
