export const ArchitectureView = () => <h1>Architecture</h1>;
