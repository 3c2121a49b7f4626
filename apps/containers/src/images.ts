import { StartError } from '@jobly/contracts';
import { quietly, read } from '@jobly/deployment';

/** The images that everything is built on or that run unchanged, by the variable that overrides each. */
export const usual = {
  NODE_IMAGE: 'node:24-bookworm-slim',
  POSTGRES_IMAGE: 'postgres:18',
  NGINX_IMAGE: 'nginx:1.28',
};

/** The same for the observability profile. */
export const watching = {
  PROMETHEUS_IMAGE: 'prom/prometheus:v3.5.0',
  GRAFANA_IMAGE: 'grafana/grafana:12.1.0',
  JAEGER_IMAGE: 'cr.jaegertracing.io/jaegertracing/jaeger:2.15.0',
};

/**
 * Fetches missing images; those of the observability profile only on request.
 * @throws StartError naming one that cannot be fetched.
 */
export async function fetchImages(
  settings: NodeJS.ProcessEnv,
  { observability }: { observability: boolean },
  signal: AbortSignal,
): Promise<void> {
  for (const [variable, fallback] of Object.entries(observability ? { ...usual, ...watching } : usual)) {
    const image = settings[variable] || fallback;
    const isHere = await read(['docker', 'image', 'inspect', image], { env: settings }).then(
      () => true,
      () => false,
    );
    if (isHere) continue;
    await quietly(['docker', 'pull', image], { env: settings, signal }).catch((cause: unknown) => {
      const advice = `build or load it under this name, or set ${variable} to where it can be had`;
      throw new StartError(`The image ${image} is not here and cannot be pulled; ${advice}.`, { cause });
    });
  }
}
