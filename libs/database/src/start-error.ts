export { StartError } from '@jobly/contracts';
