export const WhatIfView = () => <h1>WhatIf</h1>;
