import type { Answered } from '../recording/answered';

/** Everything that is answered before a request is: the request itself, the calls made for it, and those made for them. */
export const pathOf = (request: Answered): Answered[] => [
  request,
  ...request.calls.flatMap(({ answered }) => pathOf(answered)),
];

/** A sum over the path of a request. */
export const sumOver = (request: Answered, amountOf: (answered: Answered) => number): number =>
  pathOf(request).reduce((sum, answered) => sum + amountOf(answered), 0);
