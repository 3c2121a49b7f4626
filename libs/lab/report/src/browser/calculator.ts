import {
  answersInWords,
  asSentence,
  decisiveInWords,
  FIELDS,
  type Scenario,
  type Sizing,
  valueOf,
} from '@jobly/lab/results';

/**
 * The script of a calculator on a page: its figures follow its inputs. It is bundled for browsers by tools/build.mjs,
 * and calculates with the same functions as the command line.
 */

/** What it uses of the DOM, whose own types would be visible to all servers. */
interface Element {
  value: string;
  textContent: string;
  setAttribute(name: string, value: string): void;
  addEventListener(event: 'input', act: () => void): void;
  closest(selector: string): Element;
  querySelector(selector: string): Element;
  querySelectorAll(selector: string): Iterable<Element>;
}
declare const document: { currentScript: Element };

const section = document.currentScript.closest('.calculator');
const { stacks } = JSON.parse(section.querySelector('.sizing').textContent) as Sizing;
const inputs = FIELDS.map((field) => ({ field, input: section.querySelector(`[name=${field.name}]`) }));

function calculate(): void {
  const wrong: string[] = [];
  const scenario: Record<string, number> = {};
  for (const { field, input } of inputs) {
    const value = valueOf(field, input.value);
    const isRight = typeof value === 'number';
    input.setAttribute('aria-invalid', String(!isRight));
    if (isRight) scenario[field.name] = value;
    else wrong.push(asSentence(`${field.label}: ${value.wrong}`));
  }
  const said = section.querySelector('output');
  if (wrong.length > 0) said.textContent = wrong.join(' ');
  else show(scenario as unknown as Scenario, said);
}

function show(scenario: Scenario, said: Element): void {
  const cells = [...section.querySelectorAll('td')];
  const figures = answersInWords(stacks, scenario).flatMap((row) => row.cells);
  for (const [index, figure] of figures.entries()) cells[index]!.textContent = figure;
  said.textContent = asSentence(decisiveInWords(stacks, scenario));
}

for (const { input } of inputs) input.addEventListener('input', calculate);
