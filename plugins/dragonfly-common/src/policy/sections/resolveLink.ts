/**
 * The web address a link of the ADR leads to; `undefined` when it cannot be told, or is no web address: what a screen
 * shows as a link must never be able to run a script.
 *
 * @param target - as written in the ADR.
 * @param base - address of the ADR itself.
 */
export function resolveLink(
  target: string,
  base: string | undefined,
): string | undefined {
  const source = base === undefined ? undefined : parseUrl(base);
  const path = source?.searchParams.get('path');
  // Azure Repos has the file's path in the query: https://dev.azure.com/org/project/_git/repo?path=/docs/adr/x.md
  if (source && path && !parseUrl(target)) {
    const file = parseUrl(target, `https://path.invalid${path}`);
    source.searchParams.set('path', file?.pathname ?? path);
    return webAddress(source);
  }
  return webAddress(parseUrl(target, source?.href));
}

function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

function webAddress(url: URL | undefined): string | undefined {
  return url && ['http:', 'https:'].includes(url.protocol)
    ? url.href
    : undefined;
}
