import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { asked } from './asked';

/** How long the reader has to stop before the pictures follow (ms): drawing them takes longer than calculating. */
const PATIENCE_MS = 150;

/** The figures at lower and higher rates, as the lab draws them. */
export function Curves() {
  const query = new URLSearchParams(asked.value).toString();
  const drawn = useSignal(query);
  useEffect(() => {
    const timer = setTimeout(() => (drawn.value = query), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [query]);
  return (
    <section class="curves">
      <Curve figure="p50" alt="The median of each stack, by the rate of requests" query={drawn.value} />
      <Curve figure="cost" alt="The cost of each stack, by the rate of requests" query={drawn.value} />
    </section>
  );
}

function Curve({ figure, alt, query }: { figure: string; alt: string; query: string }) {
  const missing = useSignal<string | undefined>(undefined);
  if (missing.value === query) return <p class="muted">No stack can serve even a tenth of that rate.</p>;
  return (
    <picture>
      <source media="(max-width: 48rem)" srcset={`pictures/what-if/${figure}.svg?narrow&${query}`} />
      <img src={`pictures/what-if/${figure}.svg?${query}`} alt={alt} onError={() => (missing.value = query)} />
    </picture>
  );
}
