import { cpuPerThousand, serviceP50 } from '@jobly/lab/results';
import { asDeployed, type PairedExperiment } from '@jobly/lab/runner';
import { lookAfterwards } from './afterwards';
import { attributionTable } from './attribution';
import { casesOfLadder } from './ladder/cases';
import { changeMissingJob, createJobOfNobody } from './ladder/probe';
import { rungs } from './ladder/rungs';
import { hitsTable, mistakesTable } from './ladder/further-tables';
import { ladderTable } from './ladder/ladder-table';
import { noiseGates } from './ladder/noise';
import { startRungs } from './ladder/stacks';
import { tokensTable } from './ladder/tokens-table';
import { ladderInWords } from './ladder/words';
import { modes } from './modes';

const control = rungs.find(({ repeats }) => repeats !== undefined)!;

/** One request at a time: nothing queues, and a small difference is seen in few blocks. */
const load = { loop: 'closed', concurrency: 1 } as const;

/** The cost of authenticating the caller at every hop. */
export const auth: PairedExperiment = {
  kind: 'paired',
  name: 'auth',
  question: 'What does re-authenticating cost: in time, in CPU, and in how long a deleted user goes on being let in?',
  hypothesis:
    'Checking a signature takes a tenth of a millisecond at every hop; asking the users service each time costs a hop; a cache gives most of that back, and gives up knowing at once.',
  stacks: 'own',
  design: {
    configurations: [asDeployed],
    settings: {
      full: { load, launches: 5, blocks: 10, blockMs: 400, leadInMs: 30, warmUp: 12_000 },
      quick: { load, launches: 4, blocks: 4, blockMs: 300, leadInMs: 30, warmUp: 10_000 },
    },
    workloads: {
      all: [changeMissingJob, createJobOfNobody],
      usual: { full: [changeMissingJob], quick: [changeMissingJob] },
    },
    comparisons: [serviceP50, cpuPerThousand].flatMap((metric) =>
      rungs.flatMap(({ name, base }) =>
        base === undefined ? [] : [{ base, other: name, as: 'difference' as const, metric }],
      ),
    ),
    control: { base: control.base!, other: control.name, metric: serviceP50 },
  },
  groups: modes.map(({ name }) => name),
  async arms({ stacks, ...scene }, group) {
    const mode = modes.find(({ name }) => name === group)!;
    const { started, stop } = await startRungs(mode, stacks, scene);
    return { arms: started, close: stop };
  },
  cases: casesOfLadder,
  check: noiseGates,
  observe: lookAfterwards,
  conclude: (figures) => ({
    verdict: ladderInWords(figures),
    tables: [ladderTable, hitsTable, mistakesTable, tokensTable, attributionTable].flatMap(
      (table) => table(figures) ?? [],
    ),
  }),
};
