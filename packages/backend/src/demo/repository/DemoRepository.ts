import { mkdtemp, cp, mkdir, rm, access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import { RootConfigService } from '@backstage/backend-plugin-api';
import { simpleGit } from 'simple-git';

const BRANCH = 'main';

/** Options of {@link DemoRepository.publish}. */
export interface PublishOptions {
  /** Folder of this machine whose content is published. */
  sourceFolder: string;
  /** Folder of the repository that is replaced by it. */
  folder: string;
  message: string;
}

/**
 * A bare Git repository on this machine that stands in for a Git host: what a pull request would bring to the main
 * branch is committed there directly.
 */
export class DemoRepository {
  readonly #directory: string;
  #ready: Promise<void> | undefined;
  /** Publications run one after the other, because each starts from the head of the branch. */
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(directory: string) {
    this.#directory = directory;
  }

  static fromConfig(config: RootConfigService): DemoRepository {
    return new DemoRepository(config.getString('demo.repository.directory'));
  }

  /** Commits a folder to the main branch. Publishing the same content again commits nothing. */
  async publish(options: PublishOptions): Promise<{ commit: string }> {
    const publication = this.#queue.then(() => this.#publish(options));
    this.#queue = publication.catch(() => {});
    return publication;
  }

  /** Content of one file of the main branch. */
  async readFile(path: string): Promise<string> {
    if (posix.normalize(path) !== path || path.startsWith('..')) {
      throw new InputError(
        `Found path "${path}"; expected a plain path inside the repository.`,
      );
    }
    await this.#prepare();
    try {
      return await simpleGit(this.#directory).raw('show', `${BRANCH}:${path}`);
    } catch {
      throw new NotFoundError(
        `Found no file "${path}" on branch "${BRANCH}" of the demo's repository.`,
      );
    }
  }

  /** Copies a folder of the main branch to a folder of this machine. */
  async checkout(options: {
    folder: string;
    targetFolder: string;
  }): Promise<void> {
    await this.#prepare();
    const workFolder = await mkdtemp(join(tmpdir(), 'demo-repository-'));
    try {
      await simpleGit().clone(this.#directory, workFolder);
      await cp(join(workFolder, options.folder), options.targetFolder, {
        recursive: true,
      }).catch(() => {
        throw new NotFoundError(
          `Found no folder "${options.folder}" on branch "${BRANCH}" of the demo's repository; it has those of caches that were made here.`,
        );
      });
    } finally {
      await rm(workFolder, { recursive: true, force: true });
    }
  }

  async #publish(options: PublishOptions): Promise<{ commit: string }> {
    await this.#prepare();
    const workFolder = await mkdtemp(join(tmpdir(), 'demo-repository-'));
    try {
      await simpleGit().clone(this.#directory, workFolder);
      const git = simpleGit(workFolder);
      await git.checkout(['-B', BRANCH]);
      await git.addConfig('user.name', 'Portal demo');
      await git.addConfig('user.email', 'portal@demo.invalid');
      const target = join(workFolder, options.folder);
      await rm(target, { recursive: true, force: true });
      await cp(options.sourceFolder, target, { recursive: true });
      await git.add('--all');
      const { files } = await git.status();
      if (files.length > 0) {
        await git.commit(options.message);
        await git.push('origin', BRANCH);
      }
      return { commit: await git.revparse('HEAD') };
    } finally {
      await rm(workFolder, { recursive: true, force: true });
    }
  }

  #prepare(): Promise<void> {
    this.#ready ??= this.#initialize();
    return this.#ready;
  }

  async #initialize(): Promise<void> {
    const exists = await access(join(this.#directory, 'HEAD')).then(
      () => true,
      () => false,
    );
    if (exists) return;
    await mkdir(this.#directory, { recursive: true });
    await simpleGit(this.#directory).init(true, [`--initial-branch=${BRANCH}`]);
  }
}
