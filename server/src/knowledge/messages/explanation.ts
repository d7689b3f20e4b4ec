// What to tell a person of the messages in a text, as Markdown and as plain text.
import * as l10n from '@vscode/l10n';
import { codeBlock, codeSpan, visible } from '../../text/markdown.js';
import { families } from './families.js';
import type { Code, Explanation, MessageFamily, RecognisedMessage } from './model.js';
import { recognise } from './recognise.js';

export interface ExplainedText {
  /** Empty where nothing was recognised. All that comes from the input is escaped. */
  readonly markdown: string;
  readonly text: string;
  readonly messages: readonly RecognisedMessage[];
}

/** At most this many different messages of a log are explained; the rest only repeats. */
const mostMessages = 12;
/** Of one family, at most this many texts are quoted. */
const mostQuotes = 4;

/** Explains every family of messages in a text once, in the order in which they first stand; what only gives context comes last. */
export function explain(text: string): ExplainedText {
  const messages = recognise(text);
  const groups = byFamily(messages).slice(0, mostMessages);
  const shown = groups.map((group) => ({ group, quotes: quotesOf(text, group) }));
  return {
    markdown: shown.map(({ group, quotes }) => asMarkdown(group, quotes)).join('\n\n---\n\n'),
    text: shown.map(({ group, quotes }) => asText(group, quotes)).join('\n\n'),
    messages,
  };
}

/** The explanation of one message, its literals set by `code`; null for an id that is not ours. */
export function explainMessage(message: RecognisedMessage, code: Code): Explanation | null {
  return familyOf(message)?.explain(message.captures, code) ?? null;
}

const whatToDo = (): string => l10n.t('What to do');
const somethingElse = (): string => l10n.t('It may be something else');

const byId: ReadonlyMap<string, MessageFamily> = new Map(families.map((family) => [family.id, family]));

const familyOf = (message: RecognisedMessage): MessageFamily | undefined => byId.get(message.id);

function byFamily(messages: readonly RecognisedMessage[]): readonly (readonly RecognisedMessage[])[] {
  const groups = new Map<string, RecognisedMessage[]>();
  for (const message of messages) {
    const group = groups.get(message.id);
    if (group) group.push(message);
    else groups.set(message.id, [message]);
  }
  const all = [...groups.values()];
  const context = (group: readonly RecognisedMessage[]): boolean =>
    byId.get(group[0]?.id ?? '')?.onlyContext === true;
  return [...all.filter((group) => !context(group)), ...all.filter(context)];
}

const quotesOf = (text: string, group: readonly RecognisedMessage[]): readonly string[] =>
  [...new Set(group.map((message) => text.slice(message.span.start, message.span.end)))].slice(0, mostQuotes);

function explained(group: readonly RecognisedMessage[], code: Code): Explanation | null {
  const first = group[0];
  return first ? explainMessage(first, code) : null;
}

function asMarkdown(group: readonly RecognisedMessage[], quotes: readonly string[]): string {
  const said = explained(group, codeSpan);
  if (!said) return '';
  const parts = [
    `### ${said.title}`,
    codeBlock(quotes.join('\n'), 'text'),
    said.meaning,
    said.why,
    [`**${whatToDo()}**`, '', ...said.remedies.map((remedy) => `- ${remedy}`)].join('\n'),
  ];
  if (said.ambiguity !== null) parts.push(`**${somethingElse()}**`, said.ambiguity);
  return parts.join('\n\n');
}

function asText(group: readonly RecognisedMessage[], quotes: readonly string[]): string {
  const said = explained(group, visible);
  if (!said) return '';
  const parts = [
    said.title,
    quotes.map((quote) => `    ${visible(quote)}`).join('\n'),
    said.meaning,
    said.why,
    [whatToDo(), ...said.remedies.map((remedy) => `  - ${remedy}`)].join('\n'),
  ];
  if (said.ambiguity !== null) parts.push(`${somethingElse()}\n${said.ambiguity}`);
  return parts.join('\n\n');
}
