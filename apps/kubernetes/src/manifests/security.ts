import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';

/** What the Pod Security Standard "restricted" demands, and no way to write into the image. */
export const restricted: NonNullable<IContainer['securityContext']> = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

/**
 * A pod that runs as this user, who is no root, and that the cluster's API is no business of. Without service links:
 * they would set variables such as USERS_PORT, which the apps read in another meaning.
 */
export const unprivileged = (user: number): Omit<IPodSpec, 'containers'> => ({
  automountServiceAccountToken: false,
  enableServiceLinks: false,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: user,
    fsGroup: user,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  },
});
