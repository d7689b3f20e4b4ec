// Dockerfiles of any length for measuring: stages that build Go and C programs and install packages, and one that runs them.

const stage = (n: number): string[] => [
  `FROM golang:1.22-bookworm AS build${n}`,
  'ARG VERSION=1.0.0',
  'ENV GOFLAGS=-mod=mod \\',
  '    APP_HOME=/srv/app',
  'RUN apt-get update \\',
  '    && apt-get install -y --no-install-recommends ca-certificates git make \\',
  '    && rm -rf /var/lib/apt/lists/*',
  'WORKDIR /src',
  'COPY go.mod go.sum ./',
  'RUN go mod download',
  'COPY . .',
  '# The service itself',
  `RUN go build -trimpath -ldflags "-s -w -X main.version=\${VERSION}" -o /out/service${n} ./cmd/service${n}`,
  `RUN if [ -f native/tool.c ]; then gcc -O2 -o /out/tool${n} native/tool.c; else echo "no tool"; fi`,
  '',
];

const runtime = (n: number): string[] => [
  'FROM debian:bookworm-slim',
  'RUN useradd --system app',
  ...Array.from({ length: n }, (_, i) => `COPY --from=build${i} /out/service${i} /usr/local/bin/service${i}`),
  'USER app',
  'EXPOSE 8080',
  'ENTRYPOINT ["/usr/local/bin/service0"]',
];

/** A Dockerfile of just `lines` lines, filled up with comments. */
export function dockerfile(lines: number): string {
  const all: string[] = [];
  let stages = 0;
  while (all.length + stage(stages).length + runtime(stages + 1).length <= lines)
    all.push(...stage(stages++));
  all.push(...runtime(stages));
  while (all.length < lines) all.splice(all.length - 1, 0, '# kept to the length that is measured');
  return `${all.join('\n')}\n`;
}

/** The text with the first `go build` with and without cgo, by turns: each turn asks for a new analysis. */
export const turn = (text: string, n: number): string =>
  n % 2 === 0 ? text : text.replace('RUN go build', 'RUN CGO_ENABLED=0 go build');
