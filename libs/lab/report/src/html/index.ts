export { renderReport } from './page';
export { picturesOf } from './pictures';
