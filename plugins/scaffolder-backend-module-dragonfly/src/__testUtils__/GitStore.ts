import { createHash } from 'node:crypto';

/** Contents of a tree: content ids by path. */
type Tree = Map<string, string>;

interface Commit {
  message: string;
  tree: string;
  parents: string[];
}

/** Blobs, trees, commits and branches of one repository, addressed by their content as in Git. */
export class GitStore {
  readonly branches = new Map<string, string>();
  readonly #blobs = new Map<string, Buffer>();
  readonly #trees = new Map<string, Tree>();
  readonly #commits = new Map<string, Commit>();

  static withBranch(branch: string, files: Record<string, string>): GitStore {
    const store = new GitStore();
    const tree = store.addTree(
      new Map(
        Object.entries(files).map(([path, content]) => [
          path,
          store.addBlob(Buffer.from(content)),
        ]),
      ),
    );
    store.branches.set(
      branch,
      store.addCommit({ message: 'Start', tree, parents: [] }),
    );
    return store;
  }

  addBlob(content: Buffer): string {
    return this.#add(this.#blobs, content, content);
  }

  /** A tree with entries added to another one; those without a content id are taken out of it. */
  addTree(entries: Map<string, string | undefined>, baseTree?: string): string {
    const tree: Tree = new Map(
      baseTree === undefined ? [] : this.#get(this.#trees, baseTree),
    );
    for (const [path, blob] of entries) {
      if (blob === undefined) tree.delete(path);
      else tree.set(path, blob);
    }
    for (const blob of tree.values()) {
      this.#get(this.#blobs, blob);
    }
    return this.#add(this.#trees, tree, JSON.stringify([...tree].sort()));
  }

  addCommit(commit: Commit): string {
    this.#get(this.#trees, commit.tree);
    commit.parents.forEach(parent => this.#get(this.#commits, parent));
    return this.#add(this.#commits, commit, JSON.stringify(commit));
  }

  commit(id: string): Commit {
    return this.#get(this.#commits, id);
  }

  /** Commit a branch points to. */
  head(branch: string): string {
    return this.#get(this.branches, branch);
  }

  /** Text of every file of a branch by path. */
  files(branch: string): Record<string, string> {
    return this.filesOf(this.head(branch));
  }

  /** Text of every file of a commit by path, sorted as Git sorts a tree. */
  filesOf(commit: string): Record<string, string> {
    const tree = this.#get(this.#trees, this.commit(commit).tree);
    return Object.fromEntries(
      [...tree]
        .sort()
        .map(([path, blob]) => [path, this.#get(this.#blobs, blob).toString()]),
    );
  }

  #add<T>(store: Map<string, T>, value: T, content: string | Buffer): string {
    const id = createHash('sha1').update(content).digest('hex');
    store.set(id, value);
    return id;
  }

  #get<T>(store: Map<string, T>, id: string): T {
    const value = store.get(id);
    if (value === undefined) {
      throw new Error(`Found no object or branch "${id}" in the repository`);
    }
    return value;
  }
}
