/**
 * The address of a repository from the value of the scaffolder's `RepoUrlPicker`, such as
 * `github.com?owner=acme&repo=platform`.
 *
 * @returns `https://<host>/<owner>/<repo>`, or `undefined` while the value is not complete
 * @public
 */
export function repositoryUrl(repoUrl: string): string | undefined {
  const { host, searchParams } = readUrl(`https://${repoUrl}`) ?? {};
  const owner = searchParams?.get('owner');
  const repository = searchParams?.get('repo');
  return host && owner && repository
    ? `https://${host}/${owner}/${repository}`
    : undefined;
}

function readUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
