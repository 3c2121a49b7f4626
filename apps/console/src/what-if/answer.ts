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

/**
 * What each stack would need for the load that somebody has written down; what they leave out is as the run assumed.
 * @param given the values by their assumptions' names
 */
export function answered({ summary, sizing }: Coefficients, given: Record<string, unknown>): WhatIf {
  const { id, kept, startedAt, machine, quick, verdict } = summary;
  const { stacks } = sizing;
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
  const isRight = Object.keys(wrong).length === 0;
  const asked = scenario as unknown as Scenario;
  return {
    measured: { id, kept, startedAt, machine, quick, verdict, launches: stacks[0]!.launches.length },
    ...{ assumptions, wrong, stacks: stacks.map(({ name }) => name) },
    rows: isRight ? answersInWords(stacks, asked) : [],
    said: isRight ? asSentence(decisiveInWords(stacks, asked)) : Object.values(wrong).join(' '),
  };
}
