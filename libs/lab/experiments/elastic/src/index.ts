export { elastic } from './elastic';
