/**
 * What a heading or a column is called, whatever its spelling: "3. Use-Cases:", "USE CASES" and "Use cases {#table}"
 * are all `use cases`.
 */
export function nameOf(text: string): string {
  return text
    .replace(/\{#[^}]*\}\s*$/, '')
    .replace(/^\s*\d+(?:\.\d+)*[.):]?\s+/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A stable id made from a title: "Rate limiting (API)" becomes `rate-limiting-api`. Empty when nothing is left. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
