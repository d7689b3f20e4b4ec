// The interpreter that a script's first line names.

const SHELL = /(^|\/)(ba|da|a|k|z)?sh$/;

/** Whether `#!` names a POSIX shell, itself or through env; null where the text starts with no `#!`. */
export function namesShell(text: string): boolean | null {
  const shebang = /^#![ \t]*(\S+)(?:[ \t]+(\S+))?/.exec(text);
  if (!shebang) return null;
  const [, interpreter = '', operand = ''] = shebang;
  return SHELL.test(/(^|\/)env$/.test(interpreter) ? operand : interpreter);
}
