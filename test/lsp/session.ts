// What the tests of the server share: a broken project, and clients and folders that are gone after each test.
import { folderOf, startClient, type Client, type ClientOptions } from './client.js';

const server = `package main

import "net/http"

func main() { _ = http.ListenAndServe(":8080", nil) }
`;
export const printer = `package main

import "fmt"

func main() { fmt.Println("hello") }
`;
export const dockerfile = `FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
FROM alpine:3.20
COPY --from=build /app /app
CMD ["/app"]
`;
export const files = {
  'go.mod': 'module example.com/app\n\ngo 1.22\n',
  'main.go': server,
  Dockerfile: dockerfile,
};
export const rule = 'glibc-binary-on-musl';
export const start = { line: 0, character: 0 };
export const everywhere = { start, end: { line: 999, character: 0 } };

const clients: Client[] = [];
const folders: ReturnType<typeof folderOf>[] = [];
export const connect = async (options: ClientOptions = {}): Promise<Client> => {
  const client = await startClient(options);
  clients.push(client);
  return client;
};
export const folder = (content: Record<string, string> = files): ReturnType<typeof folderOf> => {
  const made = folderOf(content);
  folders.push(made);
  return made;
};

/** To be called after each test. */
export function cleanUp(): void {
  for (const client of clients.splice(0)) client.process.kill();
  for (const made of folders.splice(0)) made.remove();
}
