import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import type { INetworkPolicyPeer } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer';
import { resourcesOf, systemOfCode, workloadsOf } from './manifests.fixture';
import { type Deployable, deployable } from './processes';

/** Read once: that takes seconds. */
const code = systemOfCode();

type Labels = Record<string, string>;
type Selector = NonNullable<INetworkPolicyPeer['podSelector']>;

/** Kubernetes's own rules: https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
const selects = ({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels) =>
  Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
  matchExpressions.every(({ key, operator, values }) => operator === 'In' && values!.includes(labels[key]!));

function arrowsOf(topology: Deployable) {
  const policies = resourcesOf(topology).filter((one): one is INetworkPolicy => one.kind === 'NetworkPolicy');
  const pods = workloadsOf(topology).map(({ metadata, spec }) => ({
    name: metadata!.name!,
    labels: spec!.template.metadata!.labels as Labels,
  }));
  const { processes } = code.topologies.find(({ name }) => name === topology)!;
  const ports = [8080, 5432, ...processes.map(({ part }) => part.port)];
  const allows = (direction: 'Ingress' | 'Egress', at: Labels, other: Labels, port: number) =>
    policies
      .map(({ spec }) => spec!)
      .filter(({ podSelector, policyTypes }) => selects(podSelector!, at) && policyTypes!.includes(direction))
      .flatMap(({ ingress = [], egress = [] }) =>
        direction === 'Ingress'
          ? ingress.map(({ from, ports }) => ({ peers: from, ports }))
          : egress.map(({ to, ports }) => ({ peers: to, ports })),
      )
      .some(
        ({ peers, ports }) =>
          ports!.some((one) => one.port === port) &&
          (!peers || peers.some((peer) => !peer.namespaceSelector && selects(peer.podSelector!, other))),
      );
  return pods.flatMap((from) =>
    pods.flatMap((to) =>
      ports
        .filter(
          (port) => allows('Egress', from.labels, to.labels, port) && allows('Ingress', to.labels, from.labels, port),
        )
        .map((port) => `${from.name} → ${to.name}:${port}`),
    ),
  );
}

/** The arrows of the code: requests, events, the way in, and each database with its owner and its migration. */
function arrowsInCode(topology: Deployable) {
  const { processes, edges } = code.topologies.find(({ name }) => name === topology)!;
  const portOf = (name: string) => processes.find((process) => process.name === name)!.part.port;
  return new Set([
    ...processes.filter(({ isPublic }) => isPublic).map(({ name, part }) => `nginx → ${name}:${part.port}`),
    ...edges.map(({ from, to }) => `${from} → ${to}:${portOf(to)}`),
    ...processes
      .filter(({ tables }) => tables)
      .flatMap(({ name }) => [`${name} → ${name}-postgres:5432`, `${name}-migration → ${name}-postgres:5432`]),
  ]);
}

describe.each(deployable)('The network policies of %s', (topology) => {
  it('allow the arrows that the code has, and no others', () => {
    expect(new Set(arrowsOf(topology))).toEqual(arrowsInCode(topology));
  });
});
