import { CALCULATOR } from './calculator';
import { CHARTS } from './charts';
import { FOREST } from './forest';
import { GRAPHS } from './graphs';
import { LECTURE } from './lecture';
import { PAGE } from './page';
import { PAPER, TELEPHONE } from './media';
import { TABLES } from './tables';
import { THEME } from './theme';

/**
 * The style of the whole report. Charts take their colours from the same variables, so that one picture serves light,
 * dark and paper.
 */
export const STYLE = [THEME, PAGE, TABLES, FOREST, CHARTS, GRAPHS, CALCULATOR, LECTURE, TELEPHONE, PAPER].join('');
