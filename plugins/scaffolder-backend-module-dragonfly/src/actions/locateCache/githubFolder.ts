/** A folder of a repository on GitHub. */
export interface GithubFolder {
  /** Address that the folder is read from. */
  url: string;
  /** The form that the scaffolder's GitHub actions take: `github.com?owner=acme&repo=platform`. */
  repoUrl: string;
  branch: string;
  /** Relative, without a slash at the end; empty for the root of the repository. */
  folder: string;
}

/**
 * Reads the address of a file on GitHub, `https://<host>/<owner>/<repository>/<blob|tree|edit>/<branch>/<path>`, as the
 * folder that holds it. The branch is one segment: one with a slash in its name cannot be told from a folder.
 *
 * @returns `undefined` when the address is of another form
 */
export function githubFolder(fileUrl: string): GithubFolder | undefined {
  if (!URL.canParse(fileUrl)) return undefined;
  const { host, origin, pathname, protocol } = new URL(fileUrl);
  const match =
    /^\/([^/]+)\/([^/]+)\/(?:blob|tree|edit)\/([^/]+)\/((?:[^/]+\/)*)[^/]+$/.exec(
      pathname,
    );
  if (!match || !/^https?:$/.test(protocol)) return undefined;
  const [owner, repo, branch, path] = match.slice(1).map(decodeURIComponent);
  const folder = path.replace(/\/$/, '');
  const query = new URLSearchParams({ owner, repo });
  return {
    url: `${origin}/${match[1]}/${match[2]}/tree/${match[3]}/${match[4]}`,
    repoUrl: `${host}?${query}`,
    branch,
    folder,
  };
}
