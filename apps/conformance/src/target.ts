import { parseCapabilities, type Capabilities } from './capabilities';

/** A server to be tested. */
export interface Target {
  name: string;
  /** Absolute, without a trailing slash. */
  baseUrl: string;
  capabilities: Capabilities;
}

const BASE_URL = 'CONFORMANCE_BASE_URL';
const CAPABILITIES = 'CONFORMANCE_CAPABILITIES';

/** Jest's workers share nothing with the command but the environment. */
export const toEnvironment = ({ baseUrl, capabilities }: Target) => ({
  [BASE_URL]: baseUrl,
  [CAPABILITIES]: JSON.stringify(capabilities),
});

/** The inverse of `toEnvironment`. */
export function fromEnvironment(env: NodeJS.ProcessEnv): Omit<Target, 'name'> {
  const baseUrl = env[BASE_URL];
  if (!baseUrl) throw new Error(`${BASE_URL} is not set; run the suite with: npm run conformance -- --base-url URL`);
  return { baseUrl, capabilities: parseCapabilities(JSON.parse(env[CAPABILITIES] ?? '{}'), CAPABILITIES) };
}
