// Names of files: normalised, resolved and compared the same on every system.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as paths from '../../../server/src/workspace/paths.js';

describe('paths', () => {
  it('normalises dots, doubled and trailing slashes', () => {
    assert.equal(paths.normalise('/a/./b//c/'), '/a/b/c');
    assert.equal(paths.normalise('/a/../../b'), '/b');
    assert.equal(paths.normalise('a/../../b'), '../b');
    assert.equal(paths.normalise('./'), '.');
    assert.equal(paths.normalise('/'), '/');
    assert.equal(paths.normalise('c:/a/../../b'), 'c:/b');
    assert.equal(paths.normalise('//server/share/../x'), '//server/x');
    assert.equal(paths.normalise('vscode-vfs://github/a/../b c'), 'vscode-vfs://github/b c');
    assert.equal(paths.normalise('memfs:/a/../../b'), 'memfs:/b');
    assert.equal(paths.normalise('untitled:Untitled-1'), 'untitled:Untitled-1');
  });

  it('joins below the first part and resolves absolute names as they are', () => {
    assert.equal(paths.join('/a', 'b/../c', './d'), '/a/c/d');
    assert.equal(paths.join('/a', '/b'), '/a/b');
    assert.equal(paths.join('.', 'b'), 'b');
    assert.equal(paths.join('memfs:/', 'b'), 'memfs:/b');
    assert.equal(paths.resolve('/a', 'b'), '/a/b');
    assert.equal(paths.resolve('/a', '/b'), '/b');
    assert.equal(paths.resolve('/a', 'c:/b'), 'c:/b');
  });

  it('takes folder and last name apart', () => {
    assert.equal(paths.dirname('/a/b/Dockerfile'), '/a/b');
    assert.equal(paths.dirname('/Dockerfile'), '/');
    assert.equal(paths.dirname('/'), '/');
    assert.equal(paths.dirname('Dockerfile'), '.');
    assert.equal(paths.dirname('c:/Dockerfile'), 'c:/');
    assert.equal(paths.dirname('vscode-vfs://github/Dockerfile'), 'vscode-vfs://github/');
    assert.equal(paths.basename('/a/b/'), 'b');
    assert.equal(paths.basename('/'), '');
    assert.equal(paths.basename('Dockerfile'), 'Dockerfile');
  });

  it('says what lies within a folder, after working out `..`', () => {
    assert.equal(paths.isWithin('/a/b', '/a/b'), true);
    assert.equal(paths.isWithin('/a/b', '/a/b/c/../d'), true);
    assert.equal(paths.isWithin('/', '/a'), true);
    assert.equal(paths.isWithin('.', 'a/b'), true);
    assert.equal(paths.isWithin('vscode-vfs://github/a', 'vscode-vfs://github/a/b'), true);
    assert.equal(paths.isWithin('/a/b', '/a/bc'), false);
    assert.equal(paths.isWithin('/a/b', '/a/b/../c'), false);
    assert.equal(paths.isWithin('.', '../a'), false);
    assert.equal(paths.isWithin('/a', 'a'), false);
    assert.equal(paths.isWithin('/a', 'a:/b'), false);
    assert.equal(paths.isWithin('c:/a', 'd:/a/b'), false);
    assert.equal(paths.isWithin('vscode-vfs://github/a', 'vscode-vfs://gitlab/a/b'), false);
  });

  it('gives the way from a folder', () => {
    assert.equal(paths.relative('/a', '/a/b/c'), 'b/c');
    assert.equal(paths.relative('.', './b'), 'b');
    assert.equal(paths.relative('/a', '/a'), '.');
    assert.equal(paths.relative('/a', '/b'), null);
  });

  it('takes over paths of Windows', () => {
    assert.equal(paths.fromNative('C:\\a\\b', true), 'c:/a/b');
    assert.equal(paths.fromNative('\\\\server\\share\\b', true), '//server/share/b');
    assert.equal(paths.fromNative('/a\\b', false), '/a\\b');
  });
});
