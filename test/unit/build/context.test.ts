// The build context is the nearest folder, from the Dockerfile's own upwards, that holds what COPY names.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { analysed, goBuilds, HELLO_PROGRAM, NET_PROGRAM } from './analysed.js';

const text =
  'FROM golang:1.22 AS build\nWORKDIR /src\nCOPY go.mod main.go ./\nRUN go build -o /a .\nFROM alpine:3.20\nCOPY --from=build /a /a\n';
const reading = (path: string, sources: Record<string, string>, context: string | null = null) => {
  const [build] = goBuilds(
    analysed(text, { path: `/ws/${path}`, sources: { ...sources, [path]: text }, context }),
  );
  return `${build?.program ?? ''} ${build?.outcome.linkage.type ?? ''}`;
};
const under = (folder: string, sources: Record<string, string>) =>
  Object.fromEntries(Object.entries(sources).map(([name, value]) => [`${folder}/${name}`, value]));

describe('the build context', () => {
  it('is the folder of the Dockerfile', () =>
    assert.equal(reading('Dockerfile', NET_PROGRAM), 'read dynamic'));
  it('is a parent that holds what COPY names', () => {
    assert.equal(reading('docker/prod/Dockerfile', NET_PROGRAM), 'read dynamic');
    assert.equal(reading('docker/prod/Dockerfile', HELLO_PROGRAM), 'read static');
  });
  it('is the nearest of those', () => {
    assert.equal(
      reading('app/Dockerfile', { ...NET_PROGRAM, ...under('app', HELLO_PROGRAM) }),
      'read static',
    );
  });
  it('is the one that is given', () => {
    assert.equal(
      reading('app/Dockerfile', { ...NET_PROGRAM, ...under('app', HELLO_PROGRAM) }, '/ws'),
      'read dynamic',
    );
  });
  it('leaves the program assumed where no folder holds it', () => {
    assert.equal(reading('docker/Dockerfile', {}), 'assumed dynamic');
  });
});
