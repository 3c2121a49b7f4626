import { type DataSize, dataSizes } from '@jobly/lab/system-under-test';
import { InvalidArgumentError } from 'commander';

/** A whole number within these limits. */
export const wholeNumber = (least: number, most: number) => (text: string) => {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) {
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  }
  return number;
};

/** A number of pairs of blocks: rounds have two. */
export const evenNumber = (least: number, most: number) => (text: string) => {
  const number = wholeNumber(least, most)(text);
  if (number % 2 === 1) throw new InvalidArgumentError('It must be even: a round has two pairs of blocks.');
  return number;
};

/** "3%" or "3" as 0.03. */
export function percent(text: string): number {
  const [, number] = /^(\d+(?:\.\d+)?) ?%?$/.exec(text) ?? [];
  if (!number || Number(number) <= 0 || Number(number) >= 100) {
    throw new InvalidArgumentError('It must be a percentage, 3% for instance.');
  }
  return Number(number) / 100;
}

/** "20%" or "20" as 0.2; none at all, and up to all but nothing. */
export function shareOfWrites(text: string): number {
  const [, number] = /^(\d+(?:\.\d+)?) ?%?$/.exec(text) ?? [];
  if (!number || Number(number) > 95) throw new InvalidArgumentError('It must be a percentage from 0% to 95%.');
  return Number(number) / 100;
}

/** One of the sizes of data. */
export function sizeOfData(text: string): DataSize {
  const found = dataSizes.find(({ name }) => name === text.toLowerCase());
  if (found) return found;
  throw new InvalidArgumentError(`It must be one of ${dataSizes.map(({ name }) => name).join(', ')}.`);
}

/** Only the origin: paths are the contract's. */
export function serverAddress(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new InvalidArgumentError('It must be an http(s) URL.');
  return url.origin;
}

/** A user name, which has no colon, and a password, which may. */
export function credentials(text: string): { username: string; password: string } {
  const [, username, password] = /^([^:]+):(.+)$/.exec(text) ?? [];
  if (!username || !password) throw new InvalidArgumentError('It must be USER:PASSWORD.');
  return { username, password };
}

/** Names, separated by commas. */
export function list(text: string): string[] {
  return text.split(',').map((item) => item.trim());
}
