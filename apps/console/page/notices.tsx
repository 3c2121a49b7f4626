import { computed } from '@preact/signals';
import { connected, state } from './live';

const notice = computed(() => {
  if (!connected.value) return 'The console does not answer. It reconnects by itself; if it was stopped: npm start';
  const { measuring, parts } = state.value ?? {};
  if (measuring) return `Paused while ${measuring} measures, so that nothing here disturbs it.`;
  if (parts?.length === 0) return 'No stack runs. Start them with npm start.';
  return undefined;
});

/** What concerns every view. Always in the page, because a screen reader announces only what changes in it. */
export const Notices = () => (
  <div role="status" class="notices">
    {notice.value && <p>{notice.value}</p>}
  </div>
);
