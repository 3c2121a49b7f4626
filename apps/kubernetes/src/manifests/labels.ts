/** What a pod is for. */
export type Component = 'server' | 'migration' | 'database' | 'proxy';

const NAME = 'app.kubernetes.io/name';
const COMPONENT = 'app.kubernetes.io/component';

/** On everything of Jobly's: what takes a stack down removes nothing else. */
export const PART_OF = { 'app.kubernetes.io/part-of': 'jobly' };

/** The labels that select the pods of one component of one process; of nginx, `name` is `nginx`. */
export const labelsOf = (name: string, component: Component) => ({ [NAME]: name, [COMPONENT]: component });

/** The pods of several components, of one process or of all. */
export const podsOf = (components: readonly Component[], name?: string) => ({
  ...(name && { matchLabels: { [NAME]: name } }),
  matchExpressions: [{ key: COMPONENT, operator: 'In', values: [...components] }],
});
