import { madeUpResults, madeUpSizing } from '@jobly/lab/fixtures/results';
import { calculatorSection } from './section';

const SCRIPT = 'calculate()';

/** As text, with the coefficients that are embedded in it. */
function sectionOf(sizing = madeUpSizing()) {
  const page = calculatorSection(madeUpResults({ sizing }), SCRIPT)!.toString();
  const [, data] = /<script type="application\/json" class="sizing">(.*?)<\/script>/s.exec(page)!;
  return { page, data: data! };
}

describe('the calculator on a page', () => {
  it('has an input for every assumption, with what was assumed and its unit', () => {
    const { page } = sectionOf();
    expect(page.match(/<label>/g)).toHaveLength(8);
    expect(page).toMatch(/of them reads, % <input name="reads" [^>]*value="90">/);
    expect(page).toMatch(/round trip inside, ms <input name="roundTrip" [^>]*value="0.5">/);
  });

  it('shows the figures of both stacks with their intervals before anything is changed', () => {
    const { page } = sectionOf();
    expect(page).toMatch(/<th scope="row">p50<\/th><td>[\d.]+ ms \([\d.]+ to [\d.]+\)<\/td><td>/);
    expect(page).toMatch(/<th scope="row">processes<\/th><td>2 \(2 to 3\)<\/td>/);
    expect(page).toMatch(/<output class="note">Halved or doubled, what moves the median most is “/);
  });

  it('carries the coefficients whole, and nothing in them ends their element', () => {
    const [monolith, micro] = madeUpSizing().stacks;
    const sizing = madeUpSizing({ stacks: [{ ...monolith!, name: '</script><b>' }, micro!] });
    const { page, data } = sectionOf(sizing);
    expect(JSON.parse(data)).toEqual(sizing);
    expect(page).not.toContain('</script><b>');
    expect(page).toContain(`<script>${SCRIPT}</script>`);
  });

  it('is not there for a run that has measured no coefficients', () => {
    expect(calculatorSection(madeUpResults(), SCRIPT)).toBeUndefined();
  });
});
