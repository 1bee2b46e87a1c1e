import { JsonObject } from '@backstage/types';
import {
  cacheAnswersOfForm,
  CacheSpec,
  cacheSpecOfAnswers,
  FieldError,
  PolicyDocument,
  RenderedManifests,
  renderManifests,
  WizardParameters,
} from 'backstage-plugin-dragonfly-common';
import { version as generatorVersion } from 'backstage-plugin-dragonfly-common/package.json';
import { missingAnswers } from './missingAnswers';
import { revisionOfForm } from './revisionOfForm';

/** What the form, as it is now, would create. */
export type Preview =
  | {
      kind: 'incomplete';
      /** Names of the answers that are still needed. */
      missing: string[];
    }
  | { kind: 'policy-changed' }
  | { kind: 'refused'; errors: FieldError[] }
  | {
      kind: 'rendered';
      spec: CacheSpec;
      manifests: RenderedManifests;
    };

/**
 * Makes from the form what the action will make from it: the same functions on the same policy and settings. Pure, and
 * quick enough to run at each key press.
 */
export function previewOf(
  form: JsonObject,
  document: PolicyDocument,
  parameters?: Partial<WizardParameters>,
): Preview {
  const { policy, settings, revision } = document;
  const answers = cacheAnswersOfForm(form, parameters);
  const chosenUnder = revisionOfForm(form, parameters);
  if (chosenUnder !== undefined && chosenUnder !== revision) {
    return { kind: 'policy-changed' };
  }
  const missing = missingAnswers(answers, policy);
  if (missing.length > 0) {
    return { kind: 'incomplete', missing };
  }
  const read = cacheSpecOfAnswers(answers);
  if (!read.ok) {
    return { kind: 'refused', errors: read.errors };
  }
  const rendered = renderManifests(read.spec, policy, settings, {
    policyRevision: revision,
    generatorVersion,
  });
  if (!rendered.ok) {
    return { kind: 'refused', errors: rendered.errors };
  }
  const { files, deviations, topology, summary } = rendered;
  const manifests = { files, deviations, topology, summary };
  return { kind: 'rendered', spec: read.spec, manifests };
}
