import { computed } from '@preact/signals';
import { Loaded } from './loaded';
import { Notices } from './notices';
import { route } from './route';
import { views } from './views';

const open = computed(() => views.find(({ name }) => name === route.value[0]) ?? views[0]);

/** What all views share: the navigation, and what the whole console has to say. */
export function Shell() {
  const view = open.value;
  return (
    <>
      <button class="skip" onClick={() => document.getElementById('view')?.focus()}>
        Skip to the view
      </button>
      <header class="masthead">
        <a class="brand" href="#/">
          Jobly, <b class="monolith">twice</b>
        </a>
        <nav aria-label="Views">
          {views.map(({ name, title }) => (
            <a key={name} href={`#/${name}`} aria-current={view.name === name ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
      </header>
      <Notices />
      <main id="view" tabIndex={-1}>
        <Loaded key={view.name} view={view} />
      </main>
    </>
  );
}
