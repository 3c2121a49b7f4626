import { route } from '../../route';
import { Compared } from './compared';
import { Detail } from './detail';
import { failure, found } from './found';
import { LabAtWork } from './lab-at-work';
import { Broken, List } from './list';

/** The lab: its experiments, their runs, and two runs side by side. */
export const ExperimentsView = () => (
  <div class="lab">
    <LabAtWork />
    {failure.value && <p role="alert">{failure.value}</p>}
    {found.value ? <Page /> : !failure.value && <p class="muted">Looking for runs …</p>}
  </div>
);

function Page() {
  const { experiments, broken } = found.value!;
  const [, name, what, first, next] = route.value;
  if (name === undefined) {
    return (
      <>
        <h1>Experiments</h1>
        <List experiments={experiments} />
        <Broken runs={broken} />
      </>
    );
  }
  if (what === 'compare' && first && next) return <Compared name={name} first={first} next={next} />;
  const experiment = experiments.find((one) => one.name === name);
  if (experiment) return <Detail experiment={experiment} />;
  return (
    <p role="alert">
      There is no experiment {name}. <a href="#/experiments">All experiments</a>
    </p>
  );
}
