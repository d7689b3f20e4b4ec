// The text format of `rule`: the list, and the documentation of one rule with its two examples.
import * as l10n from '@vscode/l10n';
import type { Example, Rule } from '../../rules/model.js';
import type { Terminal } from '../terminal.js';
import { severityName } from './check-text.js';
import { paragraph } from './prose.js';

type Style = Pick<Terminal, 'colours' | 'width'>;
type AnyRule = Pick<Rule, 'name' | 'severity' | 'since' | 'documentation'>;

export const ruleList = (rules: readonly AnyRule[], { colours, width }: Style): string =>
  rules
    .map(
      (rule) =>
        `${colours.bold(rule.name)}  ${severityName(rule.severity)}\n${paragraph(rule.documentation().finds, 2, width)}`,
    )
    .join('');

export function ruleText(rule: AnyRule, { colours, width }: Style): string {
  const { finds, why, broken, mended, ignoreWhen } = rule.documentation();
  const heading = (text: string): string => `\n${colours.bold(text)}\n`;
  const level = l10n.t('{0} at most, since version {1}', severityName(rule.severity), rule.since);
  return (
    `${colours.bold(rule.name)}  ${level}\n\n${paragraph(finds, 0, width)}` +
    heading(l10n.t('Why it fails')) +
    paragraph(why, 0, width) +
    heading(l10n.t('Broken')) +
    showExample(broken) +
    heading(l10n.t('Mended')) +
    showExample(without(mended, broken)) +
    heading(l10n.t('When to ignore it')) +
    paragraph(ignoreWhen, 0, width)
  );
}

/** What both examples share is shown once. */
const without = (mended: Example, broken: Example): Example => ({
  files: Object.fromEntries(
    Object.entries(mended.files).filter(([name, text]) => broken.files[name] !== text),
  ),
});

const showExample = ({ files }: Example): string =>
  Object.entries(files)
    .map(([name, text]) => `  ${name}\n${paragraph(text.trimEnd(), 4, null)}`)
    .join('');
