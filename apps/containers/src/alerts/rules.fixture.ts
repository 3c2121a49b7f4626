import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const workspace = new URL('../../../../', import.meta.url);
const read = (file: string): unknown => parse(readFileSync(new URL(file, workspace), 'utf8'));

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
export const rules = ['objectives', 'parts'].flatMap((name) => {
  const { groups } = read(`docker/observability/rules/${name}.yml`) as { groups: { rules: Rule[] }[] };
  return groups.flatMap((group) => group.rules);
});

export const alerts = rules.filter((rule): rule is Rule & { alert: string } => rule.alert !== undefined);

/** What promtool expects of each alert, and when. */
export const alertTests = ['objectives', 'parts'].flatMap((name) => {
  const { tests } = read(`docker/observability/rules/tests/${name}.test.yml`) as {
    tests: { alert_rule_test: AlertTest[] }[];
  };
  return tests.flatMap((test) => test.alert_rule_test);
});
