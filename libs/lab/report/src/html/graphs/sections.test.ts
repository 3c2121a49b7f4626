import { shopGraph, studyResults } from '@jobly/lab/fixtures/results';
import { renderReport } from '..';
import { section } from '../page.fixture';

const page = renderReport([{ ...studyResults(), graphs: [shopGraph] }]);

describe('the report of a graph', () => {
  it('draws every box with its name, and every arrow with its labels', () => {
    const picture = section(page, 'What needs what');
    for (const text of ['client', 'shop :80', 'orders module', 'items', 'find', 'reserve', 'item-removed']) {
      expect(picture).toContain(`>${text}</text>`);
    }
    expect(picture).toContain('Without its back door.');
    for (const kind of ['request', 'tables', 'call', 'event']) expect(picture).toContain(`<g class="${kind}">`);
    expect(picture).toContain('orders → stock: call (find, reserve).');
  });

  it('has the arrows between code once more as a matrix', () => {
    const table = section(page, 'The same as matrices');
    expect(table).toContain(
      '<tr><th scope="row">orders</th><td class="itself"></td><td><span class="call">2 calls</span></td></tr>',
    );
    expect(table).toContain('<td><span class="event">1 event</span></td><td class="itself"></td>');
    expect(table).not.toContain('>client<');
  });

  it('says nothing of graphs where there are none', () => {
    expect(renderReport([studyResults()])).not.toContain('What needs what');
  });
});
