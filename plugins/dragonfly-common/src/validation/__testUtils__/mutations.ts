import {
  independentSpec,
  policyOf,
  rendered,
  settings,
  spec,
} from '../../manifests/__testUtils__/caches';
import {
  CacheSpec,
  ManifestFile,
  ManifestSettings,
  RenderedManifests,
} from '../../manifests/types';
import { fullSettings, fullSpec } from './platform';

/** Kinds of caches that a mutation can start from. */
export const SETS = {
  plain: [spec(), settings()],
  independent: [independentSpec(), settings()],
  full: [fullSpec(), fullSettings()],
  operator: [independentSpec({ flavour: 'operator' }), settings()],
} satisfies Record<string, [CacheSpec, ManifestSettings]>;

/** One thing that is broken on purpose. */
export interface Mutation {
  /** What is broken, in words. */
  about: string;
  rule: string;
  /** `plain` when absent. */
  set?: keyof typeof SETS;
  path: string;
  /** Text that is there; absent when the whole file goes or comes. */
  from?: string;
  /** What takes its place; absent removes the file. */
  to?: string;
  /** Text that begins on the line that must be found; the first line of the file when absent. */
  at?: string;
  /** Where the finding must be; `path` when absent. */
  foundIn?: string;
}

function changed(files: ManifestFile[], mutation: Mutation): ManifestFile[] {
  const { path, from, to } = mutation;
  const file = files.find(candidate => candidate.path === path);
  const rest = files.filter(candidate => candidate.path !== path);
  if (to === undefined) return rest;
  if (from === undefined) return [...rest, { path, content: to }];
  if (!file?.content.includes(from)) {
    throw new Error(`Found no "${from}" in "${path}"`);
  }
  return [...rest, { path, content: file.content.replace(from, () => to) }];
}

/** The files of a cache with one thing broken, and the line on which that must be found. */
export function mutate(mutation: Mutation): {
  request: CacheSpec;
  from: ManifestSettings;
  manifests: RenderedManifests;
  line: number;
} {
  const { at, foundIn = mutation.path, set = 'plain' } = mutation;
  const [request, from] = SETS[set];
  const manifests = rendered(request, policyOf(), from);
  const files = changed(manifests.files, mutation);
  const text = files.find(({ path }) => path === foundIn)?.content ?? '';
  const line = at ? text.slice(0, text.indexOf(at)).split('\n').length : 1;
  if (at && !text.includes(at)) throw new Error(`Found no "${at}"`);
  return { request, from, manifests: { ...manifests, files }, line };
}
