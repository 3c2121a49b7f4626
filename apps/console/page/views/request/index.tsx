export const RequestView = () => <h1>Request</h1>;
