// The tree of a Makefile: assignments, rules with their recipes, conditionals, includes, each with its place.
import type { Embedded } from '../text/embedded.js';
import type { Span } from '../text/span.js';

export interface MakeAssignment {
  readonly kind: 'assignment';
  readonly name: Embedded;
  readonly operator: '=' | ':=' | '?=' | '+=' | '!=';
  readonly value: Embedded;
  readonly exported: boolean;
  readonly overrides: boolean;
  /** Targets of a target-specific assignment; null for an ordinary one. */
  readonly targets: Embedded | null;
  readonly span: Span;
}

export interface MakeRule {
  readonly kind: 'rule';
  readonly targets: Embedded;
  readonly prerequisites: Embedded;
  readonly recipe: readonly MakeRecipe[];
  readonly span: Span;
}

/** One recipe line (continuations in it), or a conditional around some. */
export type MakeRecipe =
  { readonly kind: 'line'; readonly text: Embedded; readonly span: Span } | MakeConditional<MakeRecipe>;

export interface MakeConditional<Item> {
  readonly kind: 'conditional';
  readonly directive: 'ifeq' | 'ifneq' | 'ifdef' | 'ifndef';
  readonly operands: Embedded;
  readonly then: readonly Item[];
  readonly otherwise: readonly Item[];
}

export interface MakeInclude {
  readonly kind: 'include';
  readonly paths: Embedded;
}

/** `export NAME…`, `export` alone (every variable), `unexport NAME…`. */
export interface MakeExport {
  readonly kind: 'export';
  readonly names: Embedded;
  readonly exports: boolean;
}

export type MakeItem = MakeAssignment | MakeRule | MakeConditional<MakeItem> | MakeInclude | MakeExport;

export interface Makefile {
  readonly items: readonly MakeItem[];
  readonly comments: readonly { readonly text: string; readonly span: Span }[];
}
