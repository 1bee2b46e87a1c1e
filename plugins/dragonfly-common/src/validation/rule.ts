import { FindingSeverity } from '../findings';
import {
  CacheSpec,
  ManifestSettings,
  RenderedManifests,
} from '../manifests/types';
import { Policy, UseCase } from '../policy/types';
import { Pointer } from './model/fields';
import { ManifestObject } from './model/ManifestObject';
import { ManifestSet } from './model/ManifestSet';
import { RegionView } from './model/RegionView';

/** What the rules look at. */
export interface ValidationContext {
  manifests: RenderedManifests;
  set: ManifestSet;
  regions: readonly RegionView[];
  spec: CacheSpec;
  policy: Policy;
  settings: ManifestSettings;
  useCase: UseCase;
}

/** A place that breaks a rule. */
export interface Problem {
  path: string;
  line: number;
  object?: string;
  message: string;
  fix: string;
  adrLine?: number;
}

/** One thing that must hold between generated files. */
export interface Rule {
  /** Stable, kebab-case. */
  id: string;
  severity: FindingSeverity;
  /** What happens where the rule is broken. */
  why: string;
  check(context: ValidationContext): Problem[];
}

/** A problem of one object; `pointer` is where in it. */
export function problemAt(
  object: ManifestObject,
  pointer: Pointer,
  message: string,
  fix: string,
  adrLine?: number,
): Problem {
  return {
    path: object.path,
    line: object.lineOf(pointer),
    object: object.title,
    message,
    fix,
    adrLine,
  };
}

/** A problem of a file as a whole, or of one that is missing. */
export function problemOf(
  path: string,
  message: string,
  fix: string,
  more: { line?: number; adrLine?: number } = {},
): Problem {
  return { path, line: more.line ?? 1, message, fix, adrLine: more.adrLine };
}
