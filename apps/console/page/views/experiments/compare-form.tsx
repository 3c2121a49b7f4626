import type { RunSummary } from '../../../api/experiments';
import { nameOf } from './words';

/** Chooses two runs to be put side by side. */
export function CompareForm({ name, runs }: { name: string; runs: readonly RunSummary[] }) {
  if (runs.length < 2) return null;
  const compare = (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget as HTMLFormElement);
    const [first, next] = ['first', 'next'].map((field) => encodeURIComponent(chosen.get(field) as string));
    location.hash = `#/experiments/${name}/compare/${first}/${next}`;
  };
  return (
    <form class="choose" onSubmit={compare}>
      <Choice label="Compare" name="first" runs={runs} chosen={runs[1]!} />
      <Choice label="with" name="next" runs={runs} chosen={runs[0]!} />
      <button>Side by side</button>
    </form>
  );
}

interface Choosing {
  label: string;
  name: string;
  runs: readonly RunSummary[];
  chosen: RunSummary;
}

const Choice = ({ label, name, runs, chosen }: Choosing) => (
  <label>
    {label}
    <select name={name}>
      {runs.map((run) => (
        <option key={run.id} value={run.id} selected={run === chosen}>
          {nameOf(run)}
        </option>
      ))}
    </select>
  </label>
);
