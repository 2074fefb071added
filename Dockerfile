# northstar in an image of its own, built from this repository:
#   docker build --tag northstar .
#   docker run --rm --volume "$PWD:/work" northstar lint

FROM node:22-slim AS build
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm pack --ignore-scripts --pack-destination /packed && npm install --global --offline --prefix /opt/northstar /packed/*.tgz

FROM node:22-slim
COPY --from=build /opt/northstar /opt/northstar
ENV PATH="/opt/northstar/bin:$PATH"
# Not root: what it writes into a mounted folder belongs to whom `docker run --user` names, or to this user.
USER node
WORKDIR /work
ENTRYPOINT ["northstar"]
CMD ["--help"]
