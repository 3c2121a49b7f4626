import { SHORTEST_PASSWORD, password } from './fields';
import { type PublicOperations, operations } from './operations';
import { newUser, registration, userChanges } from './users';

/**
 * The public API with a policy of its own for passwords that are set from now on. Logging in knows no policy: a password
 * that somebody has goes on to work.
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
