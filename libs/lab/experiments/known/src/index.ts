export { known } from './known';
