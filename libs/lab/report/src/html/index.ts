export { renderReport } from './page';
export { picturesOf, picturesOfBlocks } from './pictures';
