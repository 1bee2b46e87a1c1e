/** Stands for the cache's name in the organisation's address of runbooks. */
const CACHE = '{{cache}}';

/** Stands for a section of the runbook. */
const ANCHOR = '{{anchor}}';

/**
 * Address of a cache's runbook by the organisation's template, where runbooks are not kept beside the entities. A place for
 * the section stays in it.
 *
 * @param template - may have `{{cache}}` and `{{anchor}}`
 * @param cacheName - a DNS label, which needs no escapes
 */
export function fillRunbookUrl(template: string, cacheName: string): string {
  return template.replaceAll(CACHE, cacheName);
}

/**
 * Whether a text can be the organisation's address of runbooks: an https address without credentials, once its
 * placeholders are filled in, and no others.
 *
 * @public
 */
export function isRunbookUrlTemplate(text: string): boolean {
  const filled = runbookSectionUrl(fillRunbookUrl(text, 'cache'), 'anchor');
  if (/[{}\s]/.test(filled) || !URL.canParse(filled)) return false;
  const { protocol, username, password } = new URL(filled);
  return protocol === 'https:' && !username && !password;
}

/**
 * Address of one section of a runbook.
 *
 * @param runbookUrl - of the runbook, as a cache's declaration has it
 * @param anchor - the section, one of `runbookAnchors`
 *
 * @public
 */
export function runbookSectionUrl(runbookUrl: string, anchor: string): string {
  return runbookUrl.includes(ANCHOR)
    ? runbookUrl.replaceAll(ANCHOR, encodeURIComponent(anchor))
    : `${runbookUrl}#${encodeURIComponent(anchor)}`;
}
