import { readdirSync, readFileSync } from 'node:fs';
import { DOCUMENTS, documentWith } from '@jobly/lab/report';
import {
  compare,
  cpuPerThousand,
  responseP50,
  responseP95,
  responseP99,
  serviceP50,
  summarise,
  throughput,
} from '@jobly/lab/results';
import { readRun } from './cli/stored-run';

const metrics = [responseP50, responseP95, responseP99, serviceP50, cpuPerThousand, throughput];

const runs = await Promise.all(
  readdirSync('docs/baseline').map((experiment) => readRun(`docs/baseline/${experiment}/results.json`)),
);

const withBlocks = runs.filter(({ blocks }) => blocks.length > 0);

describe('the committed baseline', () => {
  it.each(DOCUMENTS)('is what %s says', (name) => {
    const document = readFileSync(name, 'utf8');
    expect(documentWith(document, runs, name)).toBe(document);
  });

  for (const { experiment, blocks, comparisons, summaries, settings } of withBlocks) {
    it(`has comparisons that follow from the blocks of ${experiment}`, () => {
      const computed = comparisons.flatMap(({ workload, base, other, metric: name, as }) => {
        const metric = metrics.find((one) => one.name === name);
        return metric ? [compare(blocks, workload, { base, other, metric, as }, settings.seed)] : [];
      });
      expect(computed.length).toBeGreaterThan(0);
      expect(computed).toEqual(comparisons.filter(({ metric }) => metrics.some(({ name }) => name === metric)));
    });

    it(`has figures that follow from the blocks of ${experiment}`, () => {
      const blocksOf = (workload: string, arm: string) =>
        blocks.filter((block) => block.workload === workload && block.arm === arm);
      const computed = summaries.map(({ workload, arm }) => summarise(blocksOf(workload, arm), workload, arm));
      expect(computed).toEqual(summaries);
    });
  }
});
