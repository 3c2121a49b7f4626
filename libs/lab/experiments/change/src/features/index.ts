import { addedField } from './added-field/added-field';
import { crossModuleRule } from './cross-module-rule/cross-module-rule';
import type { Feature } from './feature';
import { joinedFilter } from './joined-filter/joined-filter';
import { newResource } from './new-resource/new-resource';
import { renamedField } from './renamed-field/renamed-field';
import { tokenType } from './token-type/token-type';

/** Each on its own on top of today's code; they need not fit together. */
export const features: readonly Feature[] = [
  addedField,
  joinedFilter,
  crossModuleRule,
  renamedField,
  newResource,
  tokenType,
];
