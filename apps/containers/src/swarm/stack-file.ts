import { stringify } from 'yaml';
import type { ContainerStack } from '../stacks';
import { type ComposeFile, type ComposeService, readComposeFile } from './compose-file';
import { nginxConfigs } from './nginx-configs';
import { deployOf, healthcheckOf } from './rollout';
import { openVariables, secretsOf } from './service-secrets';

/** What a stack file contains beyond its compose file. */
interface Deployment {
  /** The name of the stack in the swarm. */
  name: string;
  /** The tag of each image of ours. */
  tags: Record<string, string>;
  /** The only service to deploy, if not all of them. */
  only?: string;
}

/**
 * What `docker stack deploy` takes for a stack, made from its compose file, so that ports, variables, networks and
 * limits are written once. Differs where a swarm does: what a service needs of the machine are secrets and configs
 * instead of volumes and files, a name is looked up for every replica (`dnsrr`), and an update is rolled out.
 * @param root the workspace.
 */
export function stackFileOf(stack: ContainerStack, { name, tags, only }: Deployment, root = '.'): string {
  const compose = readComposeFile(stack, root);
  const services = Object.entries(compose.services).filter(
    ([service, one]) => keepsRunning(one) && (only ?? service) === service,
  );
  const configs = nginxConfigs(name, root);
  const secrets = services.flatMap(([service, { environment }]) => secretsOf(service, environment));
  const file = {
    version: '3.8',
    services: Object.fromEntries(
      services.map(([service, one]) => [service, serviceOf(service, one, { tags, configs, isFront: !!one.ports })]),
    ),
    networks: networksOf(compose, services),
    volumes: Object.fromEntries(services.flatMap(([, { volumes }]) => dataOf(volumes).map((data) => [data, {}]))),
    configs: Object.fromEntries(configs.map(({ source, file, ...one }) => [source, { name: one.name, file }])),
    secrets: Object.fromEntries(
      secrets.map(({ source }) => [source, { external: true, name: secretName(name, source) }]),
    ),
  };
  return stringify(file, { aliasDuplicateObjects: false });
}

/** The name of a secret in the swarm, where all stacks share one space of names. */
export const secretName = (stack: string, secret: string) => `${stack}_${secret}`;

/** What prepares and what observes stays with compose. */
const keepsRunning = ({ profiles, network_mode }: ComposeService) => !profiles && network_mode !== 'none';

/** Volumes with data, as opposed to those with secrets and to files of the workspace. */
const dataOf = (volumes: string[] = []) => volumes.flatMap((volume) => /^([\w-]+-data):/.exec(volume)?.[1] ?? []);

function serviceOf(
  name: string,
  service: ComposeService,
  given: { tags: Deployment['tags']; configs: ReturnType<typeof nginxConfigs>; isFront: boolean },
): object {
  const { image, ports = [], volumes = [], tmpfs = [] } = service;
  const { entrypoint, command, user, read_only, cap_drop, cap_add, stop_signal, stop_grace_period, logging } = service;
  return {
    image: given.tags[image] ? `${image}:${given.tags[image]}` : image,
    ...(entrypoint && { entrypoint }),
    ...(command && { command }),
    ...(user && { user }),
    environment: openVariables(service.environment),
    ...(given.isFront && {
      ports: ports.map(publishedByNode),
      configs: given.configs.map(({ source, target }) => ({ source, target })),
    }),
    volumes: [
      ...dataOf(volumes).map((data) => volumes.find((volume) => volume.startsWith(`${data}:`))!),
      ...tmpfs.map(inMemory),
    ],
    networks: service.networks,
    secrets: secretsOf(name, service.environment).map(({ source, target }) => ({
      source,
      target,
      uid: '1000',
      mode: 0o400,
    })),
    healthcheck: healthcheckOf(service),
    read_only,
    cap_drop,
    ...(cap_add && { cap_add }),
    ...(stop_signal && { stop_signal }),
    ...(stop_grace_period && { stop_grace_period }),
    logging,
    deploy: deployOf(service),
  };
}

/** At the node itself: the routing mesh would hide the addresses of clients, and needs a kernel with IPVS. */
function publishedByNode(port: string): object {
  const [, published, target] = /:(\$\{\w+:-\d+\}):(\d+)$/.exec(port)!;
  return { target: Number(target), published, protocol: 'tcp', mode: 'host' };
}

/** A swarm gives such a file system no owner; anyone in the container may write to it. */
function inMemory(tmpfs: string): object {
  const [target, options = ''] = tmpfs.split(':');
  const megabytes = /size=(\d+)m/.exec(options)?.[1];
  return { type: 'tmpfs', target, ...(megabytes && { tmpfs: { size: Number(megabytes) * 1024 * 1024 } }) };
}

function networksOf({ networks }: ComposeFile, services: [string, ComposeService][]): object {
  const used = new Set(services.flatMap(([, service]) => service.networks ?? []));
  const kept = Object.entries(networks).filter(([network]) => used.has(network));
  return Object.fromEntries(kept.map(([network, options]) => [network, { driver: 'overlay', ...options }]));
}
