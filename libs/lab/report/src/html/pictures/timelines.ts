import { momentsInWords, type Results } from '@jobly/lab/results';
import type { Size } from '../curves/frame';
import { timelineDrawing } from '../timelines/chart';
import { failedInWords } from '../timelines/sections';
import { nameOf, type Picture, picture } from './picture';

const SIZE: Size = { width: 720, height: 300 };

/** The events of a run, second by second. */
export const timelinePictures = (results: Results): Picture[] =>
  results.timelines.map((timeline) => {
    const { title, note } = timeline;
    const notes = [`${note} ${failedInWords(timeline)}`, momentsInWords(timeline).join(' · ')];
    const { drawn, size } = timelineDrawing(timeline, title, SIZE);
    return picture(results, nameOf('timeline', title), { title, notes, ...size, drawn });
  });
