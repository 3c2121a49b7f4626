import { fromEnvironment } from '../../src/target';

export const { baseUrl, capabilities } = fromEnvironment(process.env);
