export { renderForest } from './forest/svg';
export { renderReport } from './page';
