import type { Figures, Table } from '@jobly/lab/results';
import type { Mode } from '../modes';
import { coresOf, microsecondsOf, msOf } from './figures';
import { pricesIn } from './prices';
import { changeMissingJob, createJobOfNobody } from './probe';

/** How long a deleted user is let in at most, in the terms of the mode. */
const LET_IN: Record<Mode['authMode'], string> = {
  'shared-secret': 'TOKEN_TTL (24 h)',
  jwks: 'TOKEN_TTL (24 h)',
  gateway: 'TOKEN_TTL (24 h)',
  'introspect-cached': 'AUTH_CACHE_TTL (30 s)',
  introspect: 'not at all',
};

/** Both ladders, mode by mode, and what each rung buys. Undefined for a run that found no price. */
export function ladderTable(figures: Figures): Table | undefined {
  const prices = pricesIn(figures, changeMissingJob.name).filter(({ rung }) => rung.name === rung.mode.name);
  const further = new Map(pricesIn(figures, createJobOfNobody.name).map((price) => [price.rung.name, price]));
  if (prices.length === 0) return undefined;
  const asksAnother = `In ${createJobOfNobody.operation} the service asks another one, which authenticates it in turn.`;
  return {
    name: 'ladder',
    title: 'What re-authenticating costs, all else equal',
    note: `Added to a request (${changeMissingJob.operation}, one at a time) by authenticating its caller, against the same processes when they only read tokens, and check and ask nothing. CPU is that of all processes of the stack. The caches of gateway and introspect-cached have seen the token before, and looking it up there costs the same in both states.${further.size > 0 ? ` ${asksAnother}` : ''}`,
    head: [
      'mode',
      'added time',
      'added CPU',
      'cores for 1,000 such requests/s',
      ...(further.size > 0 ? ['added CPU, two services'] : []),
      'a deleted user is let in for at most',
    ],
    rows: prices.map(({ rung, time, cpu }) => {
      const two = further.get(rung.name);
      return [
        rung.name,
        msOf(time),
        microsecondsOf(cpu),
        coresOf(cpu),
        ...(further.size > 0 ? [two ? microsecondsOf(two.cpu) : '–'] : []),
        LET_IN[rung.mode.authMode],
      ];
    }),
    keys: prices.map(({ rung }) => rung.name),
  };
}
