/** A filter for everything that `docker stack deploy` has made for a stack. */
export const namespaceOf = (stack: string) => `label=com.docker.stack.namespace=${stack}`;
