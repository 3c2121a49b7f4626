import type { Feature } from '../feature';
import { companies } from './companies';
import { contracts } from './contracts';
import { docs } from './docs';
import { lab } from './lab';
import { neighbours } from './neighbours';
import { schemas } from './schemas';
import { suite } from './suite';

/**
 * Companies have an industry. Answers between services are validated, so jobs that expect the field take an answer
 * without it for none, and companies have to answer it first; the other way round the field is left out.
 */
export const addedField: Feature = {
  name: 'added-field',
  title: 'A field on companies that GET /jobs/:id shows',
  edits: [...contracts, ...companies, ...neighbours, ...schemas, ...suite, ...lab, ...docs],
};
