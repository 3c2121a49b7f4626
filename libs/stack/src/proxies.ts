/** Node's fetch compares an IPv6 address with its brackets, and Node's http without them. */
const LOOPBACK = ['localhost', '127.0.0.1', '::1', '[::1]'];

/**
 * Exempts the servers on this machine from the proxies of the environment: if NODE_USE_ENV_PROXY or --use-env-proxy
 * turns proxies on, Node uses them even for loopback (https://nodejs.org/api/http.html#built-in-proxy-support). This
 * holds for fetch in this process, which reads NO_PROXY each time, and for every process that it starts.
 * @param urls the servers, which may listen on another loopback address (127.0.0.0/8) or on HOST.
 */
export function bypassProxies(urls: string[], env = process.env): void {
  const { HOST, no_proxy: lower, NO_PROXY: upper } = env;
  const others = urls.map((url) => new URL(url).hostname).filter((host) => host.startsWith('127.'));
  const bypassed = [lower || upper, ...LOOPBACK, HOST, ...others].filter(Boolean).join(',');
  // Node reads the lower case first; not everyone does.
  Object.assign(env, { no_proxy: bypassed, NO_PROXY: bypassed });
}
