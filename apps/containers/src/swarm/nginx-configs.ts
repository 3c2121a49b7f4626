import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'docker/nginx';

/**
 * The files of nginx as configs of the swarm. A config never changes: its name contains a hash of its content, so that
 * a changed file is a new config, and an update.
 */
export const nginxConfigs = (stack: string, root: string) =>
  globSync('**/*.{sh,conf}', { cwd: join(root, FOLDER) })
    .sort()
    .map((path) => {
      const hash = createHash('sha256')
        .update(readFileSync(join(root, FOLDER, path)))
        .digest('hex');
      const source = path.replaceAll('/', '-');
      return {
        source,
        name: `${stack}_${source}-${hash.slice(0, 8)}`,
        file: `./${FOLDER}/${path}`,
        target: `/jobly/nginx/${path}`,
      };
    });
