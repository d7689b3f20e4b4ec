// The vocabulary that patterns of messages are written in, and how one is compiled.
//
// A pattern is tried wherever a word may begin, and is linear in the length of the line: every quantifier has a bound,
// no quantified group holds another quantifier of the same characters, and a token never holds what ends it.
import type { Captures, Layer, LineContext, Wording } from './model.js';

/** Where a message may begin: not inside a word or path; behind a colour code or an escaped line end too. */
const boundary = String.raw`(?:(?<![\p{L}\p{N}_./+@%~$\\-])|(?<=\\[ntr])|(?<=\u001b\[[\d;]{0,12}m)|(?<=[\p{sc=Han}]))`;

/** A quotation mark, plain or typographic, perhaps escaped for JSON. */
export const quote = String.raw`\\{0,3}["'\u0060\u2018\u2019\u201c\u201d]`;

/** The same, or nothing. */
export const quotes = `(?:${quote})?`;

const pathCharacter = String.raw`[^\s"'\u0060:|<>;,()\u0000-\u001f\u007f\ufffd\u2018\u2019\u201c\u201d\uff1a\uff0c\u3002\\]`;

/** A file name or path without spaces, colons and quotes. */
export const path = String.raw`(?=[\p{L}\p{N}._/~$@%+-])${pathCharacter}{1,300}`;

/** A path in which a directory stands: `./x`, `/usr/bin/x`, `bin/x`. */
export const pathWithSlash = String.raw`(?=[\p{L}\p{N}._/~$@%+-])(?=[^\s:/]{0,300}/)${pathCharacter}{1,300}`;

/** Inside quotes a path may hold spaces and colons. */
export const quotedPath = String.raw`[^"'\u0060\u0000-\u001f\u2018\u2019\u201c\u201d\\]{1,300}`;

export const symbol = String.raw`[\w@.$]{1,400}`;

/** Name of a shared library: `libc.so.6`, `ld-linux-x86-64.so.2`, `sharp.node`. */
export const library = String.raw`[\w./@+~%$-]{1,300}`;

/** The name by which a shell that reads commands calls itself. */
export const shell = String.raw`(?:[\w./+-]{0,100}/)?-?(?:sh|ash|dash|ksh|mksh|bash|rbash|yash|hush|busybox)`;

/** `line 3: `, `3: `, `行 3: `. */
export const lineNumber = String.raw`(?:(?:line |\u884c |\u7b2c ?)?\d{1,7}(?: ?\u884c)?[:\uff1a] ?)`;

export const colon = String.raw`[:\uff1a] ?`;

/** strerror(ENOENT) in English, and in glibc's simplified and traditional Chinese. */
export const noSuchFile =
  '(?:[Nn]o such file or directory|没有那个文件或目录|没有该文件或目录|沒有此一檔案或目錄|無此檔案或目錄)';

export const noSuchFileLiterals = [
  'o such file or directory',
  '没有那个文件或目录',
  '没有该文件或目录',
  '沒有此一檔案或目錄',
  '無此檔案或目錄',
];

interface WordingOptions {
  readonly ambiguous?: boolean;
  readonly accepts?: (captures: Captures, context: LineContext) => boolean;
}

/**
 * A wording: who prints it, literals of which one is in every text of it, and its pattern in the syntax of `RegExp` with the
 * flag `u`. The pattern begins where a word may begin and must end where no word goes on.
 */
export function wording(
  layer: Layer,
  literals: readonly string[],
  source: string,
  options: WordingOptions = {},
): Wording {
  let compiled: RegExp | null = null;
  return {
    layer,
    literals,
    // Compiled when it is first tried: nearly all of them never are, and a language server starts sooner.
    get pattern(): RegExp {
      compiled ??= new RegExp(`${boundary}(?:${source})(?![A-Za-z0-9_])`, 'gu');
      return compiled;
    },
    ambiguous: options.ambiguous ?? null,
    accepts: options.accepts ?? null,
  };
}

/** Folders and endings of files that hold data: a program is not started from there. */
const dataFolder = /^\/(?:etc|proc|sys|dev|run|var\/(?:log|run|cache|spool))(?:\/|$)/;
const dataEnding =
  /\.(?:conf|cfg|ini|env|json5?|ya?ml|toml|xml|csv|tsv|txt|md|rst|html?|css|log|lock|pem|crt|cer|key|pub|sql|sqlite3?|db|gz|xz|bz2|zst|zip|tar|tgz|deb|rpm|apk|whl|png|jpe?g|gif|svg|pdf|properties|tpl|tmpl|mk|c|h|cc|cpp|hpp|go|rs|java|proto)$/i;

/** Whether a path may well be a program: what is plainly data is not. */
export const mayBeProgram = (file: string): boolean => !dataFolder.test(file) && !dataEnding.test(file);
