import { ManifestModel } from '../model/manifestModel';
import { describe, ManifestObject } from '../model/manifestObject';
import { Setting } from '../model/setting';
import { LintRuleDescription } from '../types';

/** One place where a rule is broken. */
export interface Offence {
  path: string;
  line: number;
  object?: string;
  /** One sentence: what is there, and what was expected. */
  message: string;
  adrLine?: number;
}

/** A rule with its check. Pure: the same files, the same offences. */
export interface LintRule extends LintRuleDescription {
  check(model: ManifestModel): Offence[];
}

/** An offence at a line of an object. */
export function offenceAt(
  object: ManifestObject,
  { line }: { line: number },
  message: string,
): Offence {
  return { path: object.path, line, object: describe(object), message };
}

/** An offence at a flag or a directive. */
export function offenceOf(setting: Setting, message: string): Offence {
  const { path, line, object } = setting;
  return { path, line, object, message };
}
