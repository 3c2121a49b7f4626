import { originOf } from '@jobly/contracts';
import { step } from '@jobly/deployment';
import { bringUp } from './bring-up';
import { type Compose, composeOver } from './compose';
import { containersOf } from './containers';
import { findEngine } from './engine';
import { fetchImages } from './images';
import { portOf, publishAddress, requireFreePort } from './ports';
import { makeReadable } from './readable';
import { givenSettings, settingsOf } from './settings';
import type { ContainerStack } from './stacks';

interface UpOptions {
  /** The number of replicas of every process that can have several; the settings decide by default. */
  replicas?: number;
  /** Whether Prometheus, Grafana and Jaeger run, too. */
  observability: boolean;
}

/**
 * Builds the images and brings stacks up until all their containers are healthy.
 * @throws StartError if that fails.
 */
export async function up(
  stacks: readonly ContainerStack[],
  { replicas, observability }: UpOptions,
  signal: AbortSignal,
): Promise<void> {
  const given = givenSettings();
  const engine = await findEngine(given);
  const settings = { ...(observability && traced), ...settingsOf(stacks, engine, replicas, given) };
  const compose = composeOver(stacks, engine, settings, signal);
  await requireFreePorts(stacks, compose, settings);
  makeReadable('docker');
  await fetchImages(settings, { observability }, signal);
  await step('Building the images', () => compose.do('build'));
  await step('Starting', () => bringUp(compose, signal, observability ? ['--profile', 'observability'] : []));
  console.log(summary(stacks, settings, observability));
}

/** Ignores ports that these very stacks occupy. */
async function requireFreePorts(
  stacks: readonly ContainerStack[],
  compose: Compose,
  settings: NodeJS.ProcessEnv,
): Promise<void> {
  for (const stack of stacks) {
    const [nginx] = await containersOf(compose.project, [stack.nginx]);
    if (nginx?.status !== 'running') await requireFreePort(stack, settings);
  }
}

/** Where the applications find Jaeger; a collector that the user has set takes precedence. */
const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://jaeger:4318' };

const watching = ({ GRAFANA_PORT, JAEGER_PORT, PROMETHEUS_PORT }: NodeJS.ProcessEnv) => [
  `Grafana    http://localhost:${GRAFANA_PORT || 3000}`,
  `Prometheus http://localhost:${PROMETHEUS_PORT || 9090}`,
  `Jaeger     http://localhost:${JAEGER_PORT || 16686}`,
];

export const urlOf = (stack: ContainerStack, settings: NodeJS.ProcessEnv) =>
  originOf(publishAddress(settings), portOf(stack, settings)).replace('//127.0.0.1:', '//localhost:');

/** The comparison logs in as the seeded administrator, whose password must not appear on the screen. */
function comparison(monolith: string, micro: string, { SEED, SEED_PASSWORD }: NodeJS.ProcessEnv): string[] {
  if (SEED === 'false') return [];
  const admin = SEED_PASSWORD && SEED_PASSWORD !== 'password' ? ' --admin "testadmin:$SEED_PASSWORD"' : '';
  return [`  npm run compare -- --quick --monolith ${monolith} --micro ${micro}${admin}`];
}

export function summary(
  stacks: readonly ContainerStack[],
  settings: NodeJS.ProcessEnv,
  observability: boolean,
): string {
  const [first, second] = stacks.map((stack) => urlOf(stack, settings)) as [string, string?];
  return [
    '',
    ...stacks.map((stack) => `${stack.name.padEnd(10)} ${urlOf(stack, settings)}`),
    ...(observability ? watching(settings) : []),
    '',
    'Try:',
    ...stacks.map((stack) => `  curl -s '${urlOf(stack, settings)}/companies?nameLike=an&limit=2'`),
    ...(second ? comparison(first, second, settings) : []),
    '',
    '"npm run docker -- down" stops everything; the data stay.',
  ].join('\n');
}
