import { readEnvironment } from '@jobly/http-kit';
import { functionOf } from '@jobly/lambda-runtime';
import { compose } from './compose';
import { settings } from './env';

/** The monolith as a function of AWS Lambda. Its database is prepared beforehand, with MIGRATE=only. */
export const handler = await functionOf(compose(readEnvironment(settings)));
