import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { workspaceAt } from '@jobly/architecture';
import { filesIn } from './manifests/files';

/**
 * Writes all manifests anew from the code, or with `check` only says which are not as the code has them.
 * @returns whether all are as the code has them
 */
export function writeManifests({ check }: { check: boolean }): boolean {
  const outdated = [...filesIn(workspaceAt('.'))].filter(
    ([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text,
  );
  for (const [path, text] of outdated) {
    if (check) {
      console.error(`${path} is not as the code has it; "npm run k8s -- manifests" writes it anew.`);
    } else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      console.log(`Wrote ${path} anew from the code.`);
    }
  }
  if (outdated.length === 0) console.log('All manifests are as the code has them.');
  return !check || outdated.length === 0;
}
