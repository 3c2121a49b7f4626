import { Marked, type Token, type Tokens } from 'marked';
import { experimentOf, pictureAddress, targetOf } from './links';

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/**
 * Renders the lessons: links between them lead from view to view, pictures come from the baseline, a command of the lab
 * leads to its experiment, and files are named, not served.
 * @param directory of the lessons
 * @param experiments the names of those that can be run
 */
export function lessonsMarkdown(directory: string, experiments: readonly string[]): (text: string) => string {
  const marked = new Marked();
  marked.use({
    renderer: {
      html: ({ text }) => (text.startsWith('<!--') ? '' : text),
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const target = targetOf(href, directory);
        if ('address' in target) return `<a href="${escaped(target.address)}">${text}</a>`;
        const path = `<code class="path">${escaped(target.file)}</code>`;
        return isNameOf(tokens, target.file) ? path : `${text} (${path})`;
      },
      image({ href, text }) {
        const address = pictureAddress(href);
        return address
          ? `<a href="${escaped(address)}" target="_blank" rel="noreferrer"><img src="${escaped(address)}" alt="${escaped(text)}" loading="lazy"></a>`
          : `<em>${escaped(text)}</em>`;
      },
      codespan({ text }) {
        const experiment = experimentOf(text, experiments);
        const code = `<code>${escaped(text)}</code>`;
        return experiment ? `<a href="#/experiments/${experiment}">${code}</a>` : code;
      },
      code({ text, lang }) {
        const experiment = lang === 'sh' ? experimentOf(text, experiments) : undefined;
        const run = experiment && `<p><a href="#/experiments/${experiment}">Run it here</a></p>`;
        return `<pre tabindex="0"><code>${lang === 'diff' ? inDiff(text) : escaped(text)}</code></pre>${run ?? ''}`;
      },
      table(token) {
        const [head, ...rows] = [token.header, ...token.rows].map((row) =>
          row.map((cell, column) => cellIn(cell, column === 0 && !cell.header, this.parser.parseInline(cell.tokens))),
        );
        const body = rows.map((row) => `<tr>${row.join('')}</tr>`).join('');
        return `<div class="wide" tabindex="0" role="region" aria-label="Table"><table><thead><tr>${head!.join('')}</tr></thead><tbody>${body}</tbody></table></div>`;
      },
    },
  });
  return (text) => marked.parse(text, { async: false });
}

function cellIn({ align, header }: Tokens.TableCell, heads: boolean, html: string): string {
  const element = header || heads ? 'th' : 'td';
  const scope = header ? ' scope="col"' : heads ? ' scope="row"' : '';
  return `<${element}${scope}${align ? ` class="${align}"` : ''}>${html}</${element}>`;
}

/** Whether a link says no more than the name of its file. */
const isNameOf = (tokens: readonly Token[], file: string) => file.endsWith(tokens.map(({ raw }) => raw).join(''));

const inDiff = (text: string) =>
  text
    .split('\n')
    .map((line) => {
      const element = { '+': 'ins', '-': 'del' }[line.charAt(0)];
      return element ? `<${element}>${escaped(line)}</${element}>` : escaped(line);
    })
    .join('\n');
