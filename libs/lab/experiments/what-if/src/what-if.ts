import { described, FIELDS } from '@jobly/lab/results';
import type { Study } from '@jobly/lab/runner';
import { askedScenario } from './asked';
import { conclude } from './conclude';
import { observe } from './observe';
import { reasonsAgainst } from './reasons';

/** What a load that nobody has measured would take: calculated from measured coefficients, and checked. */
export const whatIf: Study = {
  kind: 'study',
  name: 'what-if',
  question: 'What would each stack need for a load of your own, and how fast would it be?',
  hypothesis:
    'CPU grows in proportion to the rate, and waiting as theory says: a handful of measured coefficients predicts the median and the CPUs of loads that they were not measured with to within 20 %.',
  stacks: 'own',
  flags: Object.fromEntries(FIELDS.map((field) => [`${field.flag} <value>`, described(field)])),
  assertFlags: askedScenario,
  observe,
  check: reasonsAgainst,
  conclude,
};
