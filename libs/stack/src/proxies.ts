/** Of an IPv6 address Node's fetch compares the spelling with brackets, and its http the one without. */
const LOOPBACK = ['localhost', '127.0.0.1', '::1', '[::1]'];

/**
 * Keeps what runs on this machine from the proxies of the environment: where NODE_USE_ENV_PROXY or --use-env-proxy turns
 * them on, Node asks them even for loopback (https://nodejs.org/api/http.html#built-in-proxy-support). It holds for
 * fetch in this process, which reads NO_PROXY each time, and for everything in those it starts.
 * @param urls servers to be asked, which may be at another loopback address (127.0.0.0/8) or at HOST.
 */
export function bypassProxies(urls: string[], env = process.env): void {
  const { HOST, no_proxy: lower, NO_PROXY: upper } = env;
  const others = urls.map((url) => new URL(url).hostname).filter((host) => host.startsWith('127.'));
  const bypassed = [lower || upper, ...LOOPBACK, HOST, ...others].filter(Boolean).join(',');
  // Node reads the lower case first; not everyone does.
  Object.assign(env, { no_proxy: bypassed, NO_PROXY: bypassed });
}
