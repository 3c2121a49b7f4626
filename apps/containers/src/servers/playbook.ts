import { randomBytes } from 'node:crypto';
import { StartError } from '@jobly/contracts';
import type { StackName } from '../stacks';
import { inventoryOf } from './inventory';
import type { Machine } from './machine';

/** The playbook of a release that has been unpacked on the machine. */
export interface Playbook {
  /** That of the seeded accounts. */
  password: string;
  /** @returns whether a release has been installed, or has replaced another; what stopped it otherwise. */
  run(release: string): Promise<{ isDone: boolean; said: string }>;
}

export async function playbookFor(stack: StackName, machine: Machine): Promise<Playbook> {
  const password = randomBytes(16).toString('hex');
  await machine.write(inventoryOf(stack, machine.address, password), '/root/playbook/servers/trial.json');
  return {
    password,
    // The machine serves meanwhile, and its replicas come first.
    run: (release) =>
      machine
        .do(`cd /root/playbook/servers && nice ansible-playbook -i trial.json site.yml -e release=${release}`)
        .then(
          () => ({ isDone: true, said: '' }),
          (error: unknown) => {
            if (error instanceof StartError) return { isDone: false, said: sentenceIn(error.message) };
            throw error;
          },
        ),
  };
}

/** Its last complaint, without the lines around it. */
const sentenceIn = (output: string) => {
  const [, sentence] = /^ +msg: *'?([^]*?)'?\n\n/m.exec(output.slice(output.lastIndexOf('fatal:'))) ?? [];
  return sentence?.replace(/\s+/g, ' ') ?? output;
};
