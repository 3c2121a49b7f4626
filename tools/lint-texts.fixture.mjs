/**
 * Reads `[{ filePath, text }]` from standard input and writes what the workspace's own ESLint configuration says of each
 * text if it stood there. A process of its own, because Nx's plugin cannot be loaded inside of Jest's sandbox; only the
 * rules about imports, because those need no type information and so take no time.
 */
import { json } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const eslint = new ESLint({
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => ['@nx/enforce-module-boundaries', 'no-restricted-imports'].includes(ruleId),
});

const verdicts = [];
for (const { filePath, text } of await json(process.stdin)) {
  const [{ messages }] = await eslint.lintText(text, { filePath });
  verdicts.push(messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
process.stdout.write(JSON.stringify(verdicts));
