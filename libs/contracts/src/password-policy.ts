import { SHORTEST_PASSWORD, password } from './fields';
import { type PublicOperations, operations } from './operations';
import { newUser, registration, userChanges } from './users';

/**
 * The public API with its own policy for passwords that are set from now on. Logging in ignores the policy: existing
 * passwords keep working.
 */
export function operationsWith({ passwordMinLength = SHORTEST_PASSWORD }): PublicOperations {
  const policy = { password: password(passwordMinLength) };
  return {
    ...operations,
    register: { ...operations.register, body: registration.extend(policy) },
    createUser: { ...operations.createUser, body: newUser.extend(policy) },
    updateUser: { ...operations.updateUser, body: userChanges.extend({ password: policy.password.optional() }) },
  };
}
