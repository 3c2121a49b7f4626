import type { System } from '@jobly/architecture';
import { blocks, bulleted, counted, listed } from '../markdown';
import { itemsOf, sidesOf } from '../sides';

/** What no code can bring back once the tables are apart. */
export function goneSection(system: System): string {
  const { whole, split } = sidesOf(system);
  const itemsIn = (name: string) => itemsOf(name, split, system).map((what) => `\`${what}\``);
  const references = itemsIn('keys by convention');
  const deletions = itemsIn('sagas');
  const kept = itemsIn('transactions');
  const still = kept.length === 0 ? '' : ` (${listed(kept)} still is)`;
  return blocks(
    '### No longer possible',
    bulleted([
      `A foreign key: ${counted(references.length, 'reference')} that a database enforced ${isOrAre(references)} now kept by asking first and by events afterwards, ${listed(references)}.`,
      `A join along ${references.length === 1 ? 'that reference' : 'these references'}: no statement sees both tables, as one could in ${whole.name}.`,
      `One transaction: ${counted(deletions.length, 'deletion')} that took several tables along at once ${isOrAre(deletions)} now a chain of events, ${listed(deletions)}${still}. Until its last event is delivered, others see a part of it.`,
    ]),
  );
}

const isOrAre = ({ length }: readonly string[]) => (length === 1 ? 'is' : 'are');
