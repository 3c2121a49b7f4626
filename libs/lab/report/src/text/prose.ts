import { wrapped } from '@jobly/lab/results';

/** The columns of a terminal that is not very wide. */
export const WIDTH = 100;

/** Text in lines that fit. */
export const prose = (text: string) => wrapped(text, WIDTH).join('\n');
