import {
  answersInWords,
  asSentence,
  decisiveInWords,
  FIELDS,
  labelOf,
  type Scenario,
  valueOf,
  written,
} from '@jobly/lab/results';
import type { WhatIf } from '../../api/what-if';
import type { Coefficients } from './coefficients';

/** What is assumed: what somebody has written down, and else what the run assumed. */
export interface Assumed {
  scenario: Scenario;
  assumptions: WhatIf['assumptions'];
  /** What cannot be, by name, and why. */
  wrong: Readonly<Record<string, string>>;
}

/** @param given the values by their assumptions' names */
export function assumed({ sizing }: Coefficients, given: Record<string, unknown>): Assumed {
  const scenario = { ...sizing.scenario };
  const wrong: Record<string, string> = {};
  const assumptions = FIELDS.map((field) => {
    const { name, least, most, whole = false } = field;
    const text = given[name];
    const value = typeof text === 'string' ? valueOf(field, text) : scenario[name]!;
    if (typeof value === 'number') scenario[name] = value;
    else wrong[name] = asSentence(`${field.label}: ${value.wrong}`);
    const limits = { least: Number(written(field, least)), most: Number(written(field, most)) };
    return { name, label: labelOf(field), value: written(field, scenario[name]!), ...limits, whole };
  });
  return { scenario: scenario as unknown as Scenario, assumptions, wrong };
}

/** What each stack would need for what is assumed. */
export function answered({ summary, sizing }: Coefficients, { scenario, assumptions, wrong }: Assumed): WhatIf {
  const { id, kept, startedAt, machine, quick, verdict } = summary;
  const { stacks } = sizing;
  const isRight = Object.keys(wrong).length === 0;
  return {
    measured: { id, kept, startedAt, machine, quick, verdict, launches: stacks[0]!.launches.length },
    ...{ assumptions, wrong, stacks: stacks.map(({ name }) => name) },
    rows: isRight ? answersInWords(stacks, scenario) : [],
    said: isRight ? asSentence(decisiveInWords(stacks, scenario)) : Object.values(wrong).join(' '),
  };
}
