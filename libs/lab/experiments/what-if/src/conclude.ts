import {
  answerWithIntervals,
  asSentence,
  decisiveInWords,
  type Figures,
  intervalInWords,
  percentage,
  type Scenario,
  signed,
  type Sizing,
  type Table,
  threeDigits,
} from '@jobly/lab/results';
import { answerTable } from './tables/answer';
import { TARGET } from './tables/check';
import { sensitivityTable } from './tables/sensitivity';
import { tenMillionTable } from './tables/ten-million';

/** What the load that was asked for takes, how well such figures were predicted, and what they hang on. */
export function conclude({ sizing, tables }: Pick<Figures, 'sizing' | 'tables'>): {
  verdict: string;
  tables?: Table[];
} {
  if (!sizing) return { verdict: 'Nothing was measured.' };
  const scenario = sizing.scenario as unknown as Scenario;
  const said = [answered(sizing, scenario), decisiveInWords(sizing.stacks, scenario), checked(sizing)];
  return {
    verdict: said.map(asSentence).join(' '),
    tables: [answerTable(sizing, scenario), sensitivityTable(sizing, scenario), tenMillionTable(sizing, tables)],
  };
}

/** "500 requests a second take 0.45 CPUs (0.41 to 0.49) and a median of … ms at monolith, and …" */
function answered({ stacks }: Sizing, scenario: Scenario): string {
  const asked = `${threeDigits(scenario.rate)} requests a second, ${percentage(scenario.reads)} of them reads`;
  const answers = stacks.map((stack) => ({ name: stack.name, ...answerWithIntervals(stack, scenario) }));
  const [unable, able] = [true, false].map((is) => answers.filter(({ p50 }) => (p50.estimate === Infinity) === is));
  const each = able!.map(
    ({ name, busy, p50 }) =>
      `${threeDigits(busy.estimate)} CPUs (${intervalInWords(busy)}) and a median of ${threeDigits(p50.estimate)} ms (${intervalInWords(p50)}) at ${name}`,
  );
  const missing = unable!.length > 0 ? [`which ${listed(unable!.map(({ name }) => name))} cannot serve`] : [];
  return [asked, ...missing, ...(each.length > 0 ? [`take ${listed(each)}`] : [])].join(', ');
}

/** "of loads that were not measured for it, the median was predicted with an error of …" */
function checked({ checks }: Sizing): string {
  const worst = (figure: 'p50' | 'busy') => {
    const far = ({ estimate }: { estimate: number }) => Math.abs(Math.log(estimate));
    const errors = checks.map((one) => one[figure]);
    const most = errors.reduce((one, other) => (far(other) > far(one) ? other : one));
    const reach = {
      low: Math.min(...errors.map(({ low }) => low)) - 1,
      high: Math.max(...errors.map(({ high }) => high)) - 1,
    };
    return `${signed(most.estimate - 1, percentage)} (all intervals: ${intervalInWords(reach, percentage)})`;
  };
  const judged = (figure: 'p50' | 'busy') => judgement(checks.map((one) => one[figure]));
  return `of ${checks.length} loads that nothing was measured with, the prediction of the median was off by ${worst('p50')} at most${judged('p50')}, and that of the CPUs by ${worst('busy')}${judged('busy')}`;
}

/** Whether all errors are known to keep the target; undecided while an interval reaches beyond it. */
function judgement(errors: readonly { low: number; high: number }[]): string {
  const limits = { low: 1 - TARGET, high: 1 + TARGET };
  if (errors.every(({ low, high }) => low >= limits.low && high <= limits.high)) return '';
  const isOff = errors.some(({ low, high }) => low > limits.high || high < limits.low);
  return isOff ? ', which misses the target' : `, and whether it keeps to ${percentage(TARGET)} is undecided`;
}

const listed = (parts: readonly string[]) => new Intl.ListFormat('en-GB').format(parts);
