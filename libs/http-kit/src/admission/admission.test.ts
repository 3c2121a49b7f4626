import { anAdmission } from '../app.fixture';

const { jest } = import.meta;
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** An admission with so many places, and the names of those who were admitted or refused, in that order. */
function aHouse(places: number) {
  const admission = anAdmission(places);
  const admitted: string[] = [];
  const refused: string[] = [];
  const come = (name: string, source = name) => {
    void admission
      .enter(() => source)
      .then(
        () => admitted.push(name),
        () => refused.push(name),
      );
  };
  const settled = () => jest.advanceTimersByTimeAsync(0);
  const go = async () => {
    admission.leave();
    await settled();
  };
  return { admission, admitted, refused, come, go, settled };
}

describe('an admission', () => {
  it('lets in as many as there are places, and the next when one leaves', async () => {
    const { admitted, come, go, settled } = aHouse(2);
    ['ada', 'bob', 'cy', 'dee'].forEach((name) => come(name));
    await settled();
    expect(admitted).toEqual(['ada', 'bob']);
    await go();
    expect(admitted).toEqual(['ada', 'bob', 'cy']);
    await go();
    expect(admitted).toEqual(['ada', 'bob', 'cy', 'dee']);
  });

  it('serves sources in turn', async () => {
    const { admitted, come, go, settled } = aHouse(1);
    for (let i = 0; i < 5; i += 1) come(`greedy-${i}`, 'greedy');
    come('ada');
    await settled();
    await go();
    await go();
    expect(admitted).toEqual(['greedy-0', 'greedy-1', 'ada']);
  });

  it('refuses whoever has waited for too long, as unavailable, and nobody else', async () => {
    const { admission, refused, come } = aHouse(1);
    come('ada');
    const bob = admission.enter(() => 'bob');
    const isRefused = expect(bob).rejects.toMatchObject({ kind: 'unavailable', retryAfter: 1 });
    await jest.advanceTimersByTimeAsync(200);
    come('cy');
    await jest.advanceTimersByTimeAsync(60);
    await isRefused;
    expect(refused).toEqual([]);
    await jest.advanceTimersByTimeAsync(200);
    expect(refused).toEqual(['cy']);
  });

  it('refuses the oldest when too many wait', async () => {
    const { refused, come, settled } = aHouse(1);
    for (let i = 0; i < 260; i += 1) come(`n${i}`);
    await settled();
    expect(refused).toEqual(['n1', 'n2', 'n3']);
  });

  it('refuses nobody who comes back, and admits fewer meanwhile', async () => {
    const { admission, admitted, come, go, settled } = aHouse(1);
    come('ada');
    await settled();
    admission.leave();
    come('bob');
    await settled();
    admission.resume();
    come('cy');
    await go();
    expect(admitted).toEqual(['ada', 'bob']);
    await go();
    expect(admitted).toEqual(['ada', 'bob', 'cy']);
  });
});
