# The image of gitflow-guard, in two kinds:
#
#   docker build -t coolproject:prod --build-arg ENVIROMENT=prod -f Dockerfile .
#   docker build -t coolproject:dev --build-arg ENVIROMENT=dev -f Dockerfile .
#
# prod (the default) holds the program and git, and runs as an ordinary user; dev holds the
# toolchain and the sources as well. ENVIROMENT is the team's spelling; ENVIRONMENT counts too.
ARG ENVIRONMENT=prod
ARG ENVIROMENT=${ENVIRONMENT}

FROM swift:6.3-bookworm AS build
WORKDIR /src
COPY scripts ./scripts
COPY Makefile ./
RUN scripts/setup --lint --test
COPY . .
RUN make build

FROM build AS dev
RUN make install PREFIX=/usr/local && git config --system --add safe.directory '*'
CMD ["gitflow-guard", "--help"]

FROM debian:bookworm-slim AS prod
RUN apt-get update \
  && apt-get install -y --no-install-recommends git \
  && rm -rf /var/lib/apt/lists/* \
  # A repository that is mounted belongs to somebody else: that is what the image is for.
  && git config --system --add safe.directory '*' \
  && useradd --create-home --uid 1000 guard
COPY --from=build /src/.build/release/gitflow-guard /usr/local/bin/gitflow-guard
USER guard
WORKDIR /work
# No entry point: a CI job and `docker run -it … bash` bring a command of their own.
CMD ["gitflow-guard", "--help"]

# hadolint ignore=DL3006
FROM ${ENVIROMENT}
