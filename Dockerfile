# The program as an image: docker build -t wulong-tasks . && docker run --rm -v "$PWD":/work wulong-tasks parse notice.docx
FROM node:24-slim AS build
WORKDIR /src
COPY . .
RUN npm ci --no-audit --no-fund

# What is built has everything in it: no packages are installed beside it.
FROM node:24-slim
COPY --from=build /src/package.json /app/package.json
COPY --from=build /src/bin /app/bin
COPY --from=build /src/dist /app/dist
WORKDIR /work
USER node
ENTRYPOINT ["node", "/app/bin/wulong-tasks.js"]
