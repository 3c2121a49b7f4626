import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Picture, RunSummary } from '../../../api/experiments';
import { ask } from '../../ask';
import { messageOf } from '../../message-of';
import { captionOf } from './words';

/** The pictures of a run: the one that shows it best, and the others folded. */
export function Pictures({ run: { id, kept }, best }: { run: RunSummary; best: string | null }) {
  const pictures = useSignal<readonly Picture[] | string>([]);
  useEffect(() => {
    ask<Picture[]>(`api/pictures/${id}`).then(
      (found) => (pictures.value = found),
      (error: unknown) => (pictures.value = messageOf(error)),
    );
  }, [id]);
  const found = pictures.value;
  if (typeof found === 'string') return <p role="alert">{found}</p>;
  const shown = [best, 'forest'].flatMap((name) => found.find((one) => one.name === name) ?? [])[0] ?? found[0];
  const others = found.filter((one) => one !== shown);
  if (!shown) return null;
  return (
    <>
      <h2>{kept ? 'Pictures of the committed run' : 'Pictures of the run here'}</h2>
      <Drawing picture={shown} />
      {others.length > 0 && (
        <details>
          <summary>
            {others.length} more {others.length === 1 ? 'picture' : 'pictures'}
          </summary>
          {others.map((picture) => (
            <Drawing key={picture.name} picture={picture} />
          ))}
        </details>
      )}
    </>
  );
}

/** As wide as there is room; itself, it is as large as it was drawn. */
const Drawing = ({ picture: { name, url } }: { picture: Picture }) => (
  <figure>
    <a href={url} target="_blank" rel="noreferrer">
      <img src={url} alt={captionOf(name)} loading="lazy" />
    </a>
  </figure>
);
