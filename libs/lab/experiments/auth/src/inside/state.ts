/**
 * The ways in which a process can authenticate callers: as its mode says; reading tokens without checking or asking
 * anything; and as its mode says, with one of two common mistakes.
 */
export const authentications = ['usual', 'only-read', 'secret-as-string', 'no-keep-alive'] as const;

export type Authentication = (typeof authentications)[number];

let current: Authentication = 'usual';

/** The way in which this process authenticates callers at the moment. */
export const isNow = (way: Authentication): boolean => current === way;

/** @throws RangeError for a way that there is none of */
export function switchTo(order: string): void {
  const way = authentications.find((one) => one === order);
  if (!way) throw new RangeError(`There is no way of authentication called "${order}".`);
  current = way;
}
