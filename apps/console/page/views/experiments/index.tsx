export const ExperimentsView = () => <h1>Experiments</h1>;
