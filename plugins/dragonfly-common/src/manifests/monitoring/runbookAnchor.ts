import { AlertName } from './alerts/types';

/** Where the runbook is, relative to the folder of the cache. */
export const RUNBOOK_PATH = 'docs/runbook.md';

/** Anchor of an alert's section: its heading is the name of the alert, and both TechDocs and Git hosts make this of it. */
export function alertAnchor(alert: AlertName): string {
  return alert.toLowerCase();
}
