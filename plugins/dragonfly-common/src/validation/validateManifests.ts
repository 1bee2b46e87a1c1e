import { Finding } from '../findings';
import {
  CacheSpec,
  ManifestSettings,
  RenderedManifests,
} from '../manifests/types';
import { readShape } from '../manifests/spec/readShape';
import { Policy } from '../policy/types';
import { ManifestSet } from './model/ManifestSet';
import { RegionView } from './model/RegionView';
import { POLICY_RULES } from './policy';
import { Rule, ValidationContext } from './rule';
import { MANIFEST_RULES } from './rules';

/** Everything that generated files are checked against, in the order of the findings. */
export const RULES: readonly Rule[] = [...MANIFEST_RULES, ...POLICY_RULES];

function findingsOf(rule: Rule, context: ValidationContext): Finding[] {
  const seen = new Set<string>();
  return rule
    .check(context)
    .map(({ path, line, object, message, fix, adrLine }) => ({
      rule: rule.id,
      severity: rule.severity,
      path,
      line,
      object,
      message,
      why: rule.why,
      fix,
      adrLine,
    }))
    .filter(({ path, line, message }) => {
      // What is in the base is looked at once for each region.
      const key = JSON.stringify([path, line, message]);
      return !seen.has(key) && seen.add(key);
    });
}

/**
 * Checks generated files against each other and against the ADR. Pure, without a schema, and quick enough to run while
 * somebody types; the schemas of the API are checked where the files are written.
 *
 * @param manifests - what `renderManifests` made of the other arguments
 * @returns what is wrong; a finding of severity `error` is a defect of the generator
 * @public
 */
export function validateManifests(
  manifests: RenderedManifests,
  request: CacheSpec,
  policy: Policy,
  settings: ManifestSettings,
): Finding[] {
  const shape = readShape(request);
  const useCase = policy.useCases.find(({ id }) => id === request.useCase);
  if (!shape.ok || !useCase) {
    throw new Error(
      `Found a request with use case "${request.useCase}" that cannot be rendered; the files must be made from the same request and policy that they are checked with.`,
    );
  }
  const { spec } = shape;
  const set = ManifestSet.read(manifests.files);
  const context: ValidationContext = {
    manifests,
    set,
    regions: [spec.primaryRegion, ...spec.otherRegions].map(
      name => new RegionView(name, set),
    ),
    spec,
    policy,
    settings,
    useCase,
  };
  return RULES.flatMap(rule => findingsOf(rule, context));
}
