import { relative } from 'node:path';

const NOTICED = ['Killed', 'Timeout'];
const UNNOTICED = ['Survived', 'NoCoverage'];

/** The share of detected mutants; a mutant that does not even load is not counted. */
export function scoreOf(mutants) {
  const noticed = mutants.filter(({ status }) => NOTICED.includes(status)).length;
  const unnoticed = mutants.filter(({ status }) => UNNOTICED.includes(status));
  const valid = noticed + unnoticed.length;
  return { noticed, unnoticed, valid, percent: valid === 0 ? 100 : (100 * noticed) / valid };
}

/** The survivors of each library, and below them a line with its score. */
export function linesOf(results, directory) {
  const all = Object.values(results).flat();
  const survivors = scoreOf(all).unnoticed.map(
    ({ fileName, location: { start }, mutatorName, replacement }) =>
      `${relative('.', fileName)}:${start.line}:${start.column}  ${mutatorName}  ${inOneLine(replacement)}`,
  );
  const rows = Object.entries(results).map(([library, mutants]) => [
    library,
    mutants,
    `${directory}/${library}/report.html`,
  ]);
  if (rows.length > 1) rows.push(['in total', all, '']);
  const scores = rows.map(([name, mutants, report]) => {
    const { noticed, valid, percent } = scoreOf(mutants);
    return `${name.padEnd(16)} ${percent.toFixed(1).padStart(5)} %  ${noticed} of ${valid} noticed  ${report}`.trimEnd();
  });
  return ['', 'Nobody noticed:', ...survivors, '', ...scores];
}

const inOneLine = (code = '') => code.replace(/\s+/g, ' ').slice(0, 80);
