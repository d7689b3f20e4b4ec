// go.mod, read line by line: module path, go and toolchain lines, requirements, replacements.
import { span, type Span } from '../text/span.js';

export interface GoRequire {
  readonly path: string;
  readonly version: string;
  readonly span: Span;
}

export interface GoReplace {
  readonly path: string;
  readonly target: string;
  readonly span: Span;
}

export interface GoModule {
  readonly module: string | null;
  readonly go: string | null;
  readonly toolchain: string | null;
  readonly requires: readonly GoRequire[];
  readonly replaces: readonly GoReplace[];
}

/** Reads a go.mod of any bytes; never throws. */
export function readGoModule(text: string): GoModule {
  let module: string | null = null;
  let go: string | null = null;
  let toolchain: string | null = null;
  const requires: GoRequire[] = [];
  const replaces: GoReplace[] = [];
  let block = '';
  let offset = 0;
  for (const raw of text.split('\n')) {
    const start = offset;
    offset += raw.length + 1;
    const line = raw.replace(/\/\/.*$/, '').trim();
    if (line === '') continue;
    if (block !== '' && line === ')') {
      block = '';
      continue;
    }
    const words = line.split(/\s+/).map((word) => word.replace(/^["`]|["`]$/g, ''));
    const [head = ''] = words;
    if (block === '' && words[1] === '(') {
      block = head;
      continue;
    }
    const verb = block === '' ? head : block;
    const operands = block === '' ? words.slice(1) : words;
    const place = span(start, start + raw.trimEnd().length);
    const [first = '', second = ''] = operands;
    if (verb === 'module' && first !== '') module = first;
    else if (verb === 'go') go = first;
    else if (verb === 'toolchain') toolchain = first;
    else if (verb === 'require' && second !== '')
      requires.push({ path: first, version: second, span: place });
    else if (verb === 'replace') {
      const arrow = operands.indexOf('=>');
      const target = operands[arrow + 1];
      if (arrow > 0 && target !== undefined) replaces.push({ path: first, target, span: place });
    }
  }
  return { module, go, toolchain, requires, replaces };
}
