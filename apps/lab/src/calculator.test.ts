import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { madeUpSizing } from '@jobly/lab/fixtures/results';
import { answersInWords, FIELDS, type Scenario, usualScenario, written } from '@jobly/lab/results';

const script = readFileSync('dist/apps/lab/browser/calculator.js', 'utf8');
const sizing = madeUpSizing();

/** As much of a page as the script needs. */
function openPage() {
  const cells = Array.from({ length: 16 }, () => ({ textContent: '' }));
  const said = { textContent: '' };
  const inputs = FIELDS.map((field) => ({
    name: field.name,
    value: written(field, usualScenario()[field.name]),
    invalid: '',
    change: () => {},
    setAttribute(_name: string, value: string) {
      this.invalid = value;
    },
    addEventListener(_event: string, act: () => void) {
      this.change = act;
    },
  }));
  const section = {
    querySelector: (selector: string) =>
      selector === 'output'
        ? said
        : selector === '.sizing'
          ? { textContent: JSON.stringify(sizing) }
          : inputs.find(({ name }) => selector === `[name=${name}]`),
    querySelectorAll: () => cells,
  };
  runInContext(script, createContext({ document: { currentScript: { closest: () => section } } }));
  return {
    said,
    figures: () => cells.map(({ textContent }) => textContent),
    type(name: keyof Scenario, value: string) {
      const input = inputs.find((one) => one.name === name)!;
      input.value = value;
      input.change();
      return input;
    },
  };
}

const expected = (changes: Partial<Scenario>) =>
  answersInWords(sizing.stacks, { ...usualScenario(), ...changes }).flatMap(({ cells }) => cells);

describe('the calculator’s script', () => {
  it('calculates what the command line does, as soon as something is typed', () => {
    const page = openPage();
    page.type('rate', '800');
    page.type('reads', '50%');
    expect(page.figures()).toEqual(expected({ rate: 800, reads: 0.5 }));
    expect(page.said.textContent).toMatch(/^Halved or doubled, .*\.$/);
  });

  it('leaves the figures as they are while something typed is no value, and says so', () => {
    const page = openPage();
    page.type('rate', '800');
    expect(page.type('roundTrip', 'far').invalid).toBe('true');
    expect(page.said.textContent).toBe('Round trip inside: must be a number from 0 ms to 1000 ms, not "far".');
    expect(page.figures()).toEqual(expected({ rate: 800 }));
    expect(page.type('roundTrip', '2').invalid).toBe('false');
    expect(page.figures()).toEqual(expected({ rate: 800, roundTrip: 2 }));
  });
});
