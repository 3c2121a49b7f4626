import { type PublicOperations, openApiDocument } from '@jobly/contracts';
import express, { Router } from 'express';
// Not from the package's main module, which would load the whole browser bundle.
import absolutePath from 'swagger-ui-dist/absolute-path.js';
import { leavePlace } from './admission/place';
import { readable } from './methods';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Jobly API</title>
    <link rel="stylesheet" href="/docs/assets/swagger-ui.css" />
    <link rel="icon" href="data:," />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/assets/swagger-ui-bundle.js"></script>
    <script src="/docs/assets/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', tryItOutEnabled: true });\n`;

/** The API's description for machines (`/openapi.json`) and for people (`/docs`), for the two public origins. */
export function docs(operations: PublicOperations): Router {
  const routes = Router();
  readable(routes, '/openapi.json', (_request, response) => {
    response.json(openApiDocument(operations));
  });
  readable(routes, '/docs', (_request, response) => {
    response.type('html').send(PAGE);
  });
  readable(routes, '/docs/assets/start.js', (_request, response) => {
    response.type('js').send(START);
  });
  // A megabyte for a browser to read takes no work here, and may take its time.
  routes.use('/docs/assets', (request, _response, next) => {
    leavePlace(request);
    next();
  });
  routes.use('/docs/assets', express.static(absolutePath(), { index: false }));
  return routes;
}
