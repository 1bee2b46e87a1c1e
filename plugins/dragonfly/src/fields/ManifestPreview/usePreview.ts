import { JsonObject } from '@backstage/types';
import {
  Finding,
  PolicyDocument,
  WizardParameters,
} from 'backstage-plugin-dragonfly-common';
import { useDeferredValue, useMemo } from 'react';
import { findingsOf } from './findingsOf';
import { Preview, previewOf } from './previewOf';
import { usePreviewMeasure } from './usePreviewMeasure';

/** A preview, with what the checks of its files found. */
export interface CheckedPreview {
  preview: Preview;
  /** Absent until the checks are done. */
  findings?: Finding[];
}

/** What the form would create, made anew whenever it changes. */
export function usePreview(
  form: JsonObject,
  document: PolicyDocument,
  parameters?: Partial<WizardParameters>,
): CheckedPreview {
  const preview = useMemo(
    () => previewOf(form, document, parameters),
    [form, document, parameters],
  );
  usePreviewMeasure(preview);
  // The checks take longer than the files themselves, so typing does not wait for them.
  const settled = useDeferredValue(preview);
  const findings = useMemo(
    () => findingsOf(settled, document),
    [settled, document],
  );
  return { preview, findings: settled === preview ? findings : undefined };
}
