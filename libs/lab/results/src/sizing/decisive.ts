import { threeDigits } from '../reading/numbers';
import type { StackCoefficients } from './coefficients';
import type { Scenario } from './scenario';
import { reachOf, sensitivitiesOf } from './sensitivity';

/** Which assumption moves the median most if it is halved or doubled, and which the cost; as the middle of a sentence. */
export function decisiveInWords(stacks: readonly StackCoefficients[], scenario: Scenario): string {
  const all = stacks.flatMap((stack) => sensitivitiesOf(stack, scenario).map((one) => ({ name: stack.name, one })));
  const most = (figure: 'p50' | 'cost') => {
    const { name, one } = all.reduce((so, other) =>
      reachOf(other.one[figure]) > reachOf(so.one[figure]) ? other : so,
    );
    const reach = reachOf(one[figure]);
    const factor = Number.isFinite(reach) ? `up to ${threeDigits(reach)} times at ${name}` : `${name} cannot serve it`;
    return `“${one.assumption}” (${factor})`;
  };
  return `halved or doubled, what moves the median most is ${most('p50')}, and the cost ${most('cost')}`;
}
