# One image for each app, with only the files that it runs:
#   docker build --build-arg APP=monolith --build-arg PORT=3001 --tag jobly/monolith .
# Builds with BuildKit and with the classic builder. Behind a mirror, set NODE_IMAGE and NPM_REGISTRY.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS packages
ARG NPM_REGISTRY=https://registry.npmjs.org/
WORKDIR /jobly
COPY .npmrc package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --registry="${NPM_REGISTRY}"

# Common to all apps, and therefore done once.
FROM packages AS bundles
COPY tsconfig.base.json tsconfig.json ./
COPY tools tools
COPY libs libs
COPY apps apps
RUN node tools/generate.mjs && node tools/build.mjs

# An app whose bundle has not changed comes from the cache from here on, whatever else has.
FROM packages AS files
ARG APP
COPY tools/deploy.mjs tools/deploy.mjs
COPY --from=bundles /jobly/dist/apps/${APP} dist/apps/${APP}
# Files keep their modes from the clone; with umask 077 the user that runs the app could not read them.
RUN node tools/deploy.mjs "${APP}" /app && chmod -R a+rX /app

FROM ${NODE_IMAGE}
ARG PORT
ENV NODE_ENV=production HOST=0.0.0.0 PORT=${PORT}
WORKDIR /app
COPY --from=files /app ./
USER node
EXPOSE ${PORT}
# The shell asks: starting Node every few seconds would cost more than an idle app does.
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
CMD ["node", "main.js"]
