// What the JSON outputs look like to a test, and their validation against the published schemas.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Ajv } from 'ajv';
import type { CheckReport } from '../../../server/src/cli/check-report.js';
import type { ImageReport } from '../../../server/src/cli/image-report.js';
import type { TraceReport } from '../../../server/src/cli/trace-report.js';

export interface Outputs {
  readonly check: CheckReport;
  readonly trace: TraceReport;
  readonly image: { readonly version: 1; readonly images: readonly ImageReport[] };
}

export const readSchema = (name: keyof Outputs): object =>
  JSON.parse(fs.readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object;

/** Parses an output and asserts that it is what its schema says. */
export function valid<Name extends keyof Outputs>(name: Name, output: string): Outputs[Name] {
  const value = JSON.parse(output) as Outputs[Name];
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
  const validate = ajv.compile(readSchema(name));
  assert.ok(validate(value), ajv.errorsText(validate.errors));
  return value;
}
