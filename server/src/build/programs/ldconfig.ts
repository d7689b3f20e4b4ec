// ldconfig: rebuilds glibc's library cache; musl has none.
import { isKnown } from '../value.js';
import type { Program } from './call.js';

export const ldconfig: Program = (call) => {
  const { stage, world, instruction } = call.frame;
  world.facts.push({
    kind: 'ldconfig',
    stage: stage.index,
    place: call.place,
    arguments: call.arguments.map((argument) => argument.text).filter(isKnown),
    instruction,
    alone: call.alone,
    removal: call.removal,
  });
  return 'success';
};
