import { filled } from './marked';
import { markdownTable } from './markdown';

const document = `# Title

<!-- baseline compare verdict -->
old
<!-- /baseline -->

between

<!-- baseline auth tables -->
<!-- /baseline -->
`;

describe('a document', () => {
  it('gets the figures where it says, and keeps everything around them', () => {
    const after = filled(document, (experiment, view) => `${experiment}: ${view}!`);
    expect(after).toContain(
      '<!-- baseline compare verdict -->\n\ncompare: verdict!\n\n<!-- /baseline -->\n\nbetween\n',
    );
    expect(after).toContain('<!-- baseline auth tables -->\n\nauth: tables!\n\n<!-- /baseline -->');
    expect(after).not.toContain('old');
  });

  it('is the same once more', () => {
    const once = filled(document, () => 'figures');
    expect(filled(once, () => 'figures')).toBe(once);
  });

  it('keeps the figures of what was not measured again', () => {
    expect(filled(document, () => undefined)).toBe(document);
  });
});

it('a table is as prettier would write it, and keeps a bar within its cell', () => {
  expect(markdownTable(['mode', 'ms'], [['1|2', '3.25 ms']])).toBe(
    ['| mode |      ms |', '| ---- | ------: |', '| 1\\|2 | 3.25 ms |'].join('\n'),
  );
});
