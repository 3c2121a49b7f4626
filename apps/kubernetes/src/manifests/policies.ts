import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { POSTGRES_PORT } from './database';
import { type Component, labelsOf, podsOf } from './labels';
import type { Process } from './processes';
import { PROXY, PROXY_PORT } from './proxy';

type Rules = Pick<NonNullable<INetworkPolicy['spec']>, 'ingress' | 'egress'>;

const policy = (name: string, podSelector: object, rules: Rules): INetworkPolicy => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name },
  spec: {
    podSelector,
    policyTypes: [...(rules.ingress ? ['Ingress' as const] : []), ...(rules.egress ? ['Egress' as const] : [])],
    ...rules,
  },
});

const pods = (name: string, component: Component) => ({ podSelector: { matchLabels: labelsOf(name, component) } });
const at = (port: number) => [{ protocol: 'TCP' as const, port }];

/** Nobody may talk to anybody, except to ask for the address of a name. */
export const commonPolicies: INetworkPolicy[] = [
  policy('default-deny', {}, { ingress: [], egress: [] }),
  policy('names', podsOf(['server', 'migration', 'proxy']), {
    egress: [
      {
        to: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
            podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
          },
        ],
        ports: [
          { protocol: 'UDP', port: 53 },
          { protocol: 'TCP', port: 53 },
        ],
      },
    ],
  }),
];

/** From anywhere to nginx, and from nginx to the public process. */
export const entrance = ({ name, port }: Process): INetworkPolicy =>
  policy(
    PROXY,
    { matchLabels: labelsOf(PROXY, 'proxy') },
    {
      ingress: [{ ports: at(PROXY_PORT) }],
      egress: [{ to: [pods(name, 'server')], ports: at(port) }],
    },
  );

/** The arrows of one process, at both of their ends: its callers, its callees and its database. */
export function policiesOf(process: Process, processes: readonly Process[]): INetworkPolicy[] {
  const { name, port, isPublic, callers, callees, database } = process;
  const from = [...(isPublic ? [pods(PROXY, 'proxy')] : []), ...callers.map((caller) => pods(caller, 'server'))];
  const toDatabase = { to: [pods(name, 'database')], ports: at(POSTGRES_PORT) };
  const toCallees = processes
    .filter((other) => callees.includes(other.name))
    .map((callee) => ({ to: [pods(callee.name, 'server')], ports: at(callee.port) }));
  const own = policy(
    name,
    { matchLabels: labelsOf(name, 'server') },
    {
      ingress: [{ from, ports: at(port) }],
      egress: [...toCallees, ...(database ? [toDatabase] : [])],
    },
  );
  if (!database) return [own];
  return [
    own,
    policy(`${name}-migration`, { matchLabels: labelsOf(name, 'migration') }, { egress: [toDatabase] }),
    policy(
      `${name}-database`,
      { matchLabels: labelsOf(name, 'database') },
      {
        ingress: [{ from: [{ podSelector: podsOf(['server', 'migration'], name) }], ports: at(POSTGRES_PORT) }],
      },
    ),
  ];
}
