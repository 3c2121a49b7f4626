import { printable, printableJson } from './printable';

const CONTROLS = ['0000', '001b', '007f', '009b', '061c', '2028', '2029', '202a', '202e', '2066', '2069'];

describe.each(CONTROLS)('the control U+%s', (code) => {
  const control = String.fromCharCode(parseInt(code, 16));

  it('is seen and not obeyed in text', () => {
    expect(printable(`a${control}b`)).toBe('a�b');
  });

  it('is escaped for programs, which read what it was', () => {
    const json = printableJson({ [control]: `a${control}b` });
    expect(json).not.toContain(control);
    expect(JSON.parse(json)).toEqual({ [control]: `a${control}b` });
  });
});

test('other text stays as it is', () => {
  const text = 'Größe → שלום 👩‍💻';
  expect([printable(text), JSON.parse(printableJson(text))]).toEqual([text, text]);
});
