import { type Markup, markup } from '../markup';
import { type Frame, px } from './frame';

/** Half the width of the ends of an interval. */
const CAP = 2.5;

/** An interval, upright, at this distance from the left (px). */
export const whisker = (frame: Frame, left: number, { low, high }: { low: number; high: number }): Markup =>
  markup`<path class="whisker" d="M${px(left - CAP)} ${px(frame.y(low))} h${2 * CAP} m${-CAP} 0 V${px(frame.y(high))} m${-CAP} 0 h${2 * CAP}"/>`;
