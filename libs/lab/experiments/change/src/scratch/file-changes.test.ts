import { writtenWorkspace } from '@jobly/architecture/fixtures';
import type { Edit } from '../features/feature';
import { fileChangesOf } from './file-changes';

/** The files that these edits change in a workspace with one file. */
function changesBy(...edits: Edit[]) {
  const { root, remove } = writtenWorkspace({ 'libs/jobs.ts': 'one\ntwo\ntwo\n' });
  try {
    return fileChangesOf({ name: 'reviews', title: '', edits }, root);
  } finally {
    remove();
  }
}

const file = 'libs/jobs.ts';

describe('the edits of a feature', () => {
  it('become one change for each file, in their order', () => {
    const [jobs, other] = changesBy(
      { file, anchor: 'one\n', replace: 'one\n1.5\n' },
      { file: 'libs/new.ts', create: 'new\n' },
      { file, anchor: '1.5', replace: '$& and $1' },
    );
    expect(jobs).toEqual({ file, before: 'one\ntwo\ntwo\n', after: 'one\n$& and $1\ntwo\ntwo\n', created: false });
    expect(other).toEqual({ file: 'libs/new.ts', before: '', after: 'new\n', created: true });
  });

  it('copy a file as the edits before have left it', () => {
    const [, copy] = changesBy({ file, anchor: 'one\n', replace: '' }, { file: 'libs/copy.ts', copyOf: file });
    expect(copy).toEqual({ file: 'libs/copy.ts', before: '', after: 'two\ntwo\n', created: true });
  });

  it('are refused, by feature, file and anchor, where an anchor is missing or not the only one', () => {
    const refusal = (times: number) =>
      new RegExp(`^The feature reviews does not fit the code: in libs/jobs.ts its anchor "t.o" occurs ${times} times`);
    expect(() => changesBy({ file, anchor: 'two', replace: '2' })).toThrow(refusal(2));
    expect(() => changesBy({ file, anchor: 'too', replace: '2' })).toThrow(refusal(0));
    expect(() => changesBy({ file: 'libs/none.ts', anchor: 'two', replace: '2' })).toThrow('libs/none.ts');
  });

  it('are refused where one creates a file that exists', () => {
    expect(() => changesBy({ file, create: '' })).toThrow('it creates libs/jobs.ts, which exists.');
    expect(() => changesBy({ file, copyOf: file })).toThrow('it creates libs/jobs.ts, which exists.');
  });
});
