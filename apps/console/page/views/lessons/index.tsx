import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Lesson, LessonLink } from '../../../api/lessons';
import { ask } from '../../ask';
import { messageOf } from '../../message-of';
import { route } from '../../route';

/** The lecture: its twelve claims, and a page for each. */
export function LessonsView() {
  const lesson = useSignal<Lesson | string | undefined>(undefined);
  const [, name = ''] = route.value;
  useEffect(() => {
    const gone = new AbortController();
    ask<Lesson>(`api/lessons/${encodeURIComponent(name)}`, undefined, gone.signal).then(
      (found) => {
        lesson.value = found;
        scrollTo(0, 0);
      },
      (error: unknown) => {
        if (!gone.signal.aborted) lesson.value = messageOf(error);
      },
    );
    return () => gone.abort();
  }, [name]);

  const found = lesson.value;
  if (found === undefined) return <p class="muted">Opening the lecture …</p>;
  if (typeof found === 'string') {
    return (
      <p role="alert">
        {found} <a href="#/lessons">All lessons</a>
      </p>
    );
  }
  return (
    <article class="lesson">
      {found.name !== '' && (
        <p class="up">
          <a href="#/lessons">The lecture</a>
        </p>
      )}
      <h1>{found.title}</h1>
      {/* The repository's own pages, rendered by the server; nothing that anybody has entered is in them. */}
      <div dangerouslySetInnerHTML={{ __html: found.html }} />
      <nav aria-label="Lessons" class="turn">
        <Turn to={found.previous} rel="prev" label="Before" />
        <Turn to={found.next} rel="next" label="Next" />
      </nav>
    </article>
  );
}

const Turn = ({ to, rel, label }: { to: LessonLink | null; rel: string; label: string }) =>
  to && (
    <a href={`#/lessons/${to.name}`} rel={rel}>
      <span class="muted">{label}</span> {to.title}
    </a>
  );
