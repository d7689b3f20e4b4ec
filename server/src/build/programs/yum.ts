// yum, dnf, microdnf, tdnf: package managers of the RPM distributions.
import type { Argument } from '../shell-words.js';
import type { Program } from './call.js';
import { changePackages } from './packages.js';

const VALUED = new Set([
  '-c',
  '--config',
  '--enablerepo',
  '--disablerepo',
  '--setopt',
  '--installroot',
  '--releasever',
  '--exclude',
  '-x',
]);

export const yum: Program = (call) => {
  const words: Argument[] = [];
  for (let i = 0; i < call.arguments.length; i++) {
    const argument = call.arguments[i];
    if (!argument) continue;
    if (VALUED.has(argument.text)) i++;
    else if (!argument.text.startsWith('-')) words.push(argument);
  }
  const [verb, ...rest] = words;
  const group = verb?.text === 'groupinstall' || (verb?.text === 'group' && rest[0]?.text === 'install');
  const packages = verb?.text === 'group' ? rest.slice(1) : rest;
  if (verb?.text === 'install' || verb?.text === 'localinstall' || group) {
    changePackages(call, { manager: 'yum', action: 'install', packages, withoutRecommends: false });
  } else if (verb?.text === 'remove' || verb?.text === 'erase' || verb?.text === 'autoremove') {
    changePackages(call, { manager: 'yum', action: 'remove', packages, withoutRecommends: false });
  }
  return 'success';
};
