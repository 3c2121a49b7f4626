import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { ContainerStack } from '../stacks';

/** The used part of a service of the compose files; `${…}` in it is still to be filled in. */
export interface ComposeService {
  image: string;
  entrypoint?: string[];
  command?: string[];
  user?: string;
  environment?: Record<string, string | number>;
  volumes?: string[];
  tmpfs?: string[];
  networks?: string[];
  ports?: string[];
  profiles?: string[];
  network_mode?: string;
  healthcheck?: Record<string, unknown>;
  scale?: string;
  cpus: string;
  mem_limit: string;
  stop_signal?: string;
  stop_grace_period?: string;
  read_only: boolean;
  cap_drop: string[];
  cap_add?: string[];
  logging: object;
}

export interface ComposeFile {
  services: Record<string, ComposeService>;
  networks: Record<string, { internal?: boolean } | null>;
}

type Extending = Partial<ComposeService> & { extends?: { file: string; service: string } };

const readYaml = (file: string) =>
  parse(readFileSync(file, 'utf8'), { merge: true }) as {
    services: Record<string, Extending>;
    networks: ComposeFile['networks'];
  };

/** A stack's compose file, with what its services extend. */
export function readComposeFile({ file }: ContainerStack, root = '.'): ComposeFile {
  const { services, networks } = readYaml(join(root, file));
  const entries = Object.entries(services).map(([name, service]) => [name, extended(service, join(root, file))]);
  return { networks, services: Object.fromEntries(entries) as ComposeFile['services'] };
}

/** As compose does it: variables and volumes are added, and everything else is replaced. */
function extended({ extends: base, ...own }: Extending, file: string): Extending {
  if (!base) return own;
  const inherited = readYaml(join(dirname(file), base.file)).services[base.service]!;
  return {
    ...inherited,
    ...own,
    environment: { ...inherited.environment, ...own.environment },
    volumes: [...(inherited.volumes ?? []), ...(own.volumes ?? [])],
  };
}
