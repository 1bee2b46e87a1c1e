/**
 * The address of a line of a document.
 *
 * @returns nothing for a document without a web address; the document itself where lines have no addresses
 */
export function linkToLine(source: string, line: number): string | undefined {
  if (!/^https?:\/\//.test(source) || !URL.canParse(source)) {
    return undefined;
  }
  const url = new URL(source);
  if (/\/blob\//.test(url.pathname)) {
    // Without it, GitHub and GitLab show the rendered text, which has no lines.
    url.searchParams.set('plain', '1');
    url.hash = `L${line}`;
  }
  return url.href;
}
