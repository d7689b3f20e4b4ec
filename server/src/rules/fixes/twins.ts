// Which image stands in for another in a fix; nothing is offered until the table of twins says that the tag exists.
import type { ImageFacts } from '../../knowledge/image-facts.js';

export const alpineTwin = (_reference: string): string | null => null;
export const pinnedTwin = (_reference: string, _codename: string): string | null => null;
export const runtimeTwin = (_runtime: ImageFacts, _builder: ImageFacts): string | null => null;
