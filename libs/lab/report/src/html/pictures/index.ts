import type { Results } from '@jobly/lab/results';
import { accentsFor } from '../accents';
import { percentilePictures, throughputPictures } from './curves';
import { forestPicture } from './forest';
import type { Picture } from './picture';
import { plotPictures } from './plots';
import { timelinePictures } from './timelines';
import { tradeoffPictures } from './tradeoffs';
import { waterfallPictures } from './waterfall';

export { picturesOfBlocks } from './curves';
export { drawnPlot } from './plots';

/** Every chart of a run, each as an SVG that stands alone: readable on a light and on a dark page. */
export function picturesOf(results: Results): Picture[] {
  const accents = accentsFor([results]);
  const kinds = [
    forestPicture,
    percentilePictures,
    throughputPictures,
    waterfallPictures,
    timelinePictures,
    tradeoffPictures,
    plotPictures,
  ];
  return kinds.flatMap((kind) => kind(results, accents));
}
