import { platform } from 'node:os';

const ADDRESSES = 48;

/**
 * The addresses that requests come from, each in a /24 of its own, because nginx's ip_hash looks only at the first
 * three bytes. Numbered consecutively, they hash evenly onto three replicas. Undefined if the system has only one
 * loopback address (anything but Linux).
 */
export const clientAddresses = (): readonly string[] | undefined =>
  platform() === 'linux' ? Array.from({ length: ADDRESSES }, (_, index) => `127.0.${index + 1}.1`) : undefined;

/** The number of client addresses, for readers of the figures. */
export const clientsInWords = (): string => {
  const addresses = clientAddresses();
  return addresses
    ? `Requests come from ${addresses.length} addresses in as many networks.`
    : 'On this system all requests come from one address, so IP hash asks one replica alone.';
};
