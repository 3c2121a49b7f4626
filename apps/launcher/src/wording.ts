import { type PartExit, titles } from '@jobly/stack';

export const milliseconds = (ms: number) => `${ms.toLocaleString('en')} ms`;

/** How a part came to its end, with its last words. */
export function obituary({ name, pid, code, signal, lastLines, logFile }: PartExit): string {
  const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
  const said = lastLines.length > 0 ? [' The last it said:', ...lastLines.map((line) => `  ${line}`)] : [''];
  return [
    `${titles[name]} (pid ${pid}) ${how}, though nobody stopped it.${said.join('\n')}`,
    `Its log: ${logFile}`,
  ].join('\n');
}
