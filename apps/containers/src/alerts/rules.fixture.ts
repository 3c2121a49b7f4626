import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const workspace = new URL('../../../../', import.meta.url);
const read = <T>(file: string): T => parse(readFileSync(new URL(file, workspace), 'utf8')) as T;

export interface Rule {
  record?: string;
  alert?: string;
  expr: string;
  annotations?: Record<string, string>;
}

interface AlertTest {
  eval_time: string;
  alertname: string;
  exp_alerts: unknown[];
}

/** Every rule that Prometheus loads. */
export const rules: Rule[] = ['objectives', 'parts'].flatMap((name) =>
  read<{ groups: { rules: Rule[] }[] }>(`docker/observability/rules/${name}.yml`).groups.flatMap(
    (group) => group.rules,
  ),
);

export const alerts = rules.filter((rule): rule is Rule & { alert: string } => rule.alert !== undefined);

/** What promtool expects of each alert, and when. */
export const alertTests: AlertTest[] = ['objectives', 'parts'].flatMap((name) =>
  read<{ tests: { alert_rule_test: AlertTest[] }[] }>(
    `docker/observability/rules/tests/${name}.test.yml`,
  ).tests.flatMap((test) => test.alert_rule_test),
);
