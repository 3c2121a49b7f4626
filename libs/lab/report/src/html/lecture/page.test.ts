import { invalidResults, madeUpResults, supplement } from '@jobly/lab/fixtures/results';
import { type LectureSection, renderLecture } from './page';

const section = (changes: Partial<LectureSection> = {}): LectureSection => ({
  name: 'caching',
  claim: 'A cache takes load.',
  command: 'npm run lab -- cache --quick',
  here: madeUpResults({ conclusion: { verdict: 'Seen here & now.', tables: [] } }),
  kept: madeUpResults({ conclusion: { verdict: 'Seen before.', tables: [] } }),
  evidence: { picture: 'forest' },
  ...changes,
});

describe('the page of a lecture', () => {
  it('has each claim with its command, and the verdict of this machine beside the kept one', () => {
    const page = renderLecture([section()]);
    for (const text of ['A cache takes load.', 'npm run lab -- cache --quick', 'Seen here &amp; now.', 'Seen before.'])
      expect(page).toContain(text);
    expect(page).toContain('1 of 1 claims measured');
    expect(page).toContain('<dt>Counts</dt><dd>yes</dd>');
  });

  it('says of a run that does not count why, and of an incomplete one that it is', () => {
    const invalid = renderLecture([section({ here: invalidResults() })]);
    expect(invalid).toContain('<dt>Counts</dt><dd>no: invalid</dd>');
    expect(invalid).toMatch(/<dd>Invalid, because [^<]* The figures would say: /);
    const incomplete = invalidResults({ outcome: 'interrupted' });
    expect(renderLecture([section({ here: incomplete })])).toContain('<dd>no: incomplete</dd>');
  });

  it('says what is missing, and shows the picture of the kept run instead', () => {
    const page = renderLecture([section(), section({ name: 'faults', here: 'Failed: No nginx.' })]);
    expect(page).toContain('1 of 2 claims measured');
    expect(page).toContain('<dd>Failed: No nginx.</dd>\n<dt>Counts</dt><dd>not measured</dd>');
    expect(page.match(/Of (this machine|the kept run)\./g)).toEqual(['Of this machine.', 'Of the kept run.']);
  });

  it('says that no run is kept, and then has no picture', () => {
    const page = renderLecture([section({ here: 'Failed: No nginx.', kept: undefined })]);
    expect(page).toContain('<dt>Kept run</dt><dd>None.</dd>');
    expect(page).not.toContain('<img');
  });

  it('loads nothing: its pictures are in it', () => {
    const page = renderLecture([section()]);
    const [, base64 = ''] = /<img [^>]*src="data:image\/svg\+xml;base64,([^"]+)"/.exec(page) ?? [];
    expect(Buffer.from(base64, 'base64').toString()).toMatch(/^<svg .*<\/svg>\s*$/s);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  it('has a table where that shows the claim', () => {
    const [table] = supplement.tables;
    const here = madeUpResults({ tables: [{ ...table!, name: 'seen', title: 'What was seen' }] });
    expect(renderLecture([section({ here, evidence: { table: 'seen' } })])).toContain('<h3>What was seen</h3>');
    expect(renderLecture([section({ evidence: { table: 'seen' } })])).not.toContain('<table');
  });
});
