// apt-get and apt: Debian's and Ubuntu's package managers.
import type { Argument } from '../shell-words.js';
import type { Program } from './call.js';
import { changePackages } from './packages.js';

const VALUED = new Set([
  '-o',
  '--option',
  '-t',
  '--target-release',
  '--default-release',
  '-c',
  '--config-file',
  '-a',
  '--host-architecture',
]);

export const apt: Program = (call) => {
  const words: Argument[] = [];
  let withoutRecommends = false;
  for (let i = 0; i < call.arguments.length; i++) {
    const argument = call.arguments[i];
    if (!argument) continue;
    const { text } = argument;
    if (text === '--no-install-recommends' || /APT::Install-Recommends=(false|0|no)/i.test(text))
      withoutRecommends = true;
    if (VALUED.has(text)) {
      if (/APT::Install-Recommends=(false|0|no)/i.test(call.arguments[i + 1]?.text ?? ''))
        withoutRecommends = true;
      i++;
    } else if (!text.startsWith('-')) words.push(argument);
  }
  const [verb, ...packages] = words;
  if (verb?.text === 'install')
    changePackages(call, { manager: 'apt', action: 'install', packages, withoutRecommends });
  else if (verb?.text === 'remove' || verb?.text === 'purge') {
    changePackages(call, { manager: 'apt', action: 'remove', packages, withoutRecommends });
  }
  return 'success';
};
