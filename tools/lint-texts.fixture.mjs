/**
 * Reads `[{ filePath, text }]` from standard input and writes the problems that the workspace's own ESLint
 * configuration reports for each text at that path. It is a separate process, because Nx's plugin cannot be loaded
 * inside Jest's sandbox. It applies only the rules about imports, because those need no type information and are
 * therefore fast.
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
