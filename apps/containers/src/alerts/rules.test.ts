import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { alertTests, alerts } from './rules.fixture';

const rulesIn = join(import.meta.dirname, '../../../../docker/observability/rules');
const pagesIn = join(import.meta.dirname, '../../../../docs/runbook');

const promtool = (...args: string[]) => spawnSync('promtool', args, { encoding: 'utf8' });
const hasPromtool = promtool('--version').status === 0;
const files = (directory: string) =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => join(directory, name));

// Debian's package prometheus has it; .ci/run installs it, or says that it could not.
(hasPromtool ? describe : describe.skip)('promtool, which this machine may not have', () => {
  it('finds the rules sound', () => {
    const { status, stderr } = promtool('check', 'rules', ...files(rulesIn));
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each(files(join(rulesIn, 'tests')))('finds that alerts fire when they should, and only then: %s', (file) => {
    const { status, stdout, stderr } = promtool('test', 'rules', file);
    expect([status, stdout, stderr]).toEqual([0, expect.stringContaining('SUCCESS'), '']);
  });
});

describe('each alert', () => {
  it.each(alerts.map(({ alert }) => alert))(
    '%s has a test in which it fires, and one in which it does not',
    (alert) => {
      const expected = alertTests
        .filter(({ alertname }) => alertname === alert)
        .map((test) => test.exp_alerts.length > 0);
      expect(new Set(expected)).toEqual(new Set([true, false]));
    },
  );

  it.each(alerts)('$alert links its page of the runbook', ({ alert, annotations }) => {
    const page = alert.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
    expect(annotations?.['runbook_url']).toBe(`docs/runbook/${page}.md`);
  });
});

describe('the pages of the runbook', () => {
  const pages = readdirSync(pagesIn).filter((name) => name !== 'README.md');

  it('are those of the alerts, one for one', () => {
    const linked = alerts.map(({ annotations }) => annotations?.['runbook_url']?.replace('docs/runbook/', ''));
    expect(pages.toSorted()).toEqual(linked.toSorted());
  });

  it.each(pages)('say what to know and to do: %s', (page) => {
    const headings = readFileSync(join(pagesIn, page), 'utf8').match(/^## .*$/gm);
    expect(headings).toEqual([
      '## For users',
      '## Look first',
      '## Likely causes',
      '## What to do',
      '## It is over when',
    ]);
  });
});
