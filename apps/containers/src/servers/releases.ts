import type { StackName } from '../stacks';
import { BROKEN_MIGRATION, BROKEN_SQL } from '../test/broken-migration';
import { lastWithDatabase } from './inventory';
import type { Machine } from './machine';

/** The directory of the archives, on the machine. */
const DIRECTORY = '/root';

const archive = (name: string) => `${DIRECTORY}/${name}.tar.gz`;

/** The archives that the playbook installs, on the machine. */
export interface Releases {
  first: string;
  /** The same programs, but another release to the playbook: it tells releases by their checksums. */
  another: string;
  /** A release with one more migration, which fails half-way. */
  broken: string;
}

/** Puts a packed release onto the machine, makes the others of it, and unpacks the playbook. */
export async function bringReleases(packed: string, stack: StackName, machine: Machine): Promise<Releases> {
  const releases = { first: archive('first'), another: archive('another'), broken: archive('broken') };
  const migration = `apps/${lastWithDatabase(stack)}/migrations/${BROKEN_MIGRATION}`;
  await machine.copy(packed, releases.first);
  await machine.do(`
    cd ${DIRECTORY}
    mkdir playbook && tar -xzf ${releases.first} -C playbook ./servers
    # gzip takes what is concatenated as one, so an empty piece more changes the checksum, and nothing else.
    { cat ${releases.first}; gzip -c </dev/null; } >${releases.another}
    mkdir -p ${migration} && echo '${BROKEN_SQL}' >${migration}/migration.sql
    gzip -dc ${releases.first} >broken.tar && tar -rf broken.tar ./${migration} && gzip -1 broken.tar
  `);
  return releases;
}
