import type { Answered, Call } from './answered';

/**
 * A request with the deliveries of events that it waited for: those that a process made, and that were over, while it
 * answered a call. Requests are sent one at a time, so nobody else has caused them.
 */
export const withWaited = (answered: Answered, deliveries: readonly Call[]): Answered => ({
  ...answered,
  calls: answered.calls.map((call) => {
    const waited = deliveries.filter((delivery) => delivery.from === call.answered.process && isWithin(delivery, call));
    const callee = { ...call.answered, calls: [...call.answered.calls, ...waited] };
    return { ...call, answered: withWaited(callee, deliveries) };
  }),
});

const isWithin = (inner: Call, outer: Call) => outer.begin <= inner.begin && inner.end <= outer.end;

/** The deliveries that none of these requests waited for. */
export function laterThan(requests: readonly Answered[], deliveries: readonly Call[]): Call[] {
  const keyOf = ({ from, begin }: Call) => `${from} ${begin}`;
  const callsOf = ({ calls }: Answered): Call[] => calls.flatMap((call) => [call, ...callsOf(call.answered)]);
  const waited = new Set(requests.flatMap(callsOf).map(keyOf));
  return deliveries.filter((delivery) => !waited.has(keyOf(delivery)));
}
