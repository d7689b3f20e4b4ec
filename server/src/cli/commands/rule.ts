// `libc-lens rule`: the list of rules, or the documentation of one.
import * as l10n from '@vscode/l10n';
import { rules } from '../../rules/index.js';
import type { Command } from '../command.js';
import { exit, Failure } from '../failure.js';
import { ruleList, ruleText } from '../formats/rule-text.js';

export const ruleCommand: Command = {
  name: 'rule',
  operands: '[NAME]',
  summary: () => l10n.t('List the rules, or print the documentation of one.'),
  details: () => l10n.t('NAME is the name of a rule as check prints it.'),
  options: {},
  run: async (args, terminal) => {
    const [name, ...more] = args.positionals;
    if (more.length > 0) throw new Failure(l10n.t('name one rule, or none for the list.'));
    if (name === undefined) {
      terminal.out(ruleList(rules, terminal));
      return exit.clean;
    }
    const rule = rules.find((one) => one.name === name);
    if (!rule) throw new Failure(l10n.t("'{0}' is not a rule. 'libc-lens rule' lists them.", name));
    terminal.out(ruleText(rule, terminal));
    return exit.clean;
  },
};
