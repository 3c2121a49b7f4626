import { plans } from '../plan';
import { bothOf, orderOf, type Turn } from './order';

const nameOf = ({ part, strike }: Turn) => `${part} ${strike.name}`;

describe.each(Object.entries(plans))('the order of pairs in a %s run', (_, plan) => {
  const rounds = Array.from({ length: plan.launches * plan.rounds }, (_, round) => orderOf(plan, round));
  const names = rounds.map((turns) => turns.map(nameOf));

  it('has every failing service once a round', () => {
    const all = plan.services.flatMap((part) => plan.besideOthers.map((strike) => `${part} ${strike}`));
    for (const ofRound of names) expect(ofRound.toSorted()).toEqual(all.toSorted());
  });

  it('is mirrored from round to round', () => {
    for (const [index, ofRound] of names.slice(1).entries()) expect(ofRound).toEqual(names[index]!.toReversed());
  });

  it('has the control first as often as the fault, for each pair in either direction', () => {
    const turns = rounds.flatMap((ofRound, round) => ofRound.map((turn) => ({ ...turn, isMirrored: round % 2 === 1 })));
    const alike = Map.groupBy(turns, (turn) => `${nameOf(turn)} ${turn.isMirrored}`);
    for (const ofPair of alike.values()) {
      expect(ofPair.filter(({ isControlFirst }) => isControlFirst)).toHaveLength(ofPair.length / 2);
    }
  });

  it('changes what is first from pair to pair', () => {
    for (const turns of rounds) {
      const first = turns.map(({ isControlFirst }) => isControlFirst);
      expect(first).toEqual(turns.map((_, index) => (index % 2 === 0) === first[0]));
    }
  });
});

describe('both phases of a pair', () => {
  it.each([
    [true, ['control begins', 'control ends', 'fault begins', 'fault ends']],
    [false, ['fault begins', 'fault ends', 'control begins', 'control ends']],
  ])('come one after the other (control first: %s)', async (isControlFirst, expected) => {
    const told: string[] = [];
    const phaseOf = (name: string) => async () => {
      told.push(`${name} begins`);
      await Promise.resolve();
      told.push(`${name} ends`);
      return name;
    };
    const both = await bothOf({ isControlFirst }, { control: phaseOf('control'), fault: phaseOf('fault') });
    expect(told).toEqual(expected);
    expect(both).toEqual({ control: 'control', fault: 'fault' });
  });
});
