import { once } from 'node:events';
import { createServer, IncomingMessage, Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod/v3';
import { GitStore } from './GitStore';
import { tarball } from './tarball';

const requests = {
  blob: z.object({ content: z.string(), encoding: z.literal('base64') }),
  tree: z.object({
    base_tree: z.string(),
    // An entry without content deletes the file.
    tree: z.array(z.object({ path: z.string(), sha: z.string().nullable() })),
  }),
  commit: z.object({
    message: z.string(),
    tree: z.string(),
    parents: z.array(z.string()),
  }),
  branchQuery: z.object({ variables: z.object({ head: z.string() }) }),
  newReference: z.object({ ref: z.string(), sha: z.string() }),
  reference: z.object({ sha: z.string() }),
  pull: z.object({
    title: z.string(),
    body: z.string(),
    head: z.string(),
    base: z.string(),
  }),
};

/** A pull request as it was asked for. */
export type PullRequest = z.infer<typeof requests.pull> & { number: number };

const API_PATH = '/api/v3';
const REPOSITORY_PATH = `${API_PATH}/repos/acme/platform`;
const TOKEN = 'loopback-token';

/**
 * One repository, `acme/platform`, behind the part of the GitHub Enterprise API that reading a folder and opening a pull
 * request use, on 127.0.0.1.
 *
 * It keeps what it is sent as Git does, so that a test reads from the branch what a reviewer would see. Whatever it does
 * not know is answered with 404, what comes without the token with 401, what is no valid request with 422.
 */
export class LoopbackGithub {
  readonly git: GitStore;
  readonly pulls: PullRequest[] = [];
  readonly #server: Server;
  #port = 0;

  /** @param files - text by path on the branch `main`; a README when absent */
  static async start(
    files: Record<string, string> = { 'README.md': '# Platform\n' },
  ): Promise<LoopbackGithub> {
    const github = new LoopbackGithub(files);
    github.#server.listen(0, '127.0.0.1');
    await once(github.#server, 'listening');
    const address = github.#server.address();
    github.#port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    return github;
  }

  private constructor(files: Record<string, string>) {
    this.git = GitStore.withBranch('main', files);
    this.#server = createServer(async (request, response) => {
      const { status, body } = await this.#answer(request).catch(error => ({
        status: 422,
        body: { message: String(error) },
      }));
      const binary = Buffer.isBuffer(body);
      response.writeHead(status, {
        'content-type': binary ? 'application/gzip' : 'application/json',
      });
      response.end(binary ? body : JSON.stringify(body));
    });
  }

  /** What goes under `integrations` in app-config. */
  get integrations() {
    return {
      github: [
        {
          host: 'github.example.com',
          apiBaseUrl: `${this.#origin}${API_PATH}`,
          token: TOKEN,
        },
      ],
    };
  }

  get #origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #answer(
    request: IncomingMessage,
  ): Promise<{ status: number; body: unknown }> {
    const isRead = ['GET', 'HEAD'].includes(request.method ?? '');
    const body = isRead ? undefined : await json(request);
    // Reading uses the one form, the client for pull requests the other.
    const accepted = [`token ${TOKEN}`, `Bearer ${TOKEN}`];
    if (!accepted.includes(request.headers.authorization ?? '')) {
      return { status: 401, body: { message: 'Bad credentials' } };
    }
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = decodeURIComponent(url.pathname).replace(REPOSITORY_PATH, '');
    const created = (answer: object) => ({ status: 201, body: answer });
    const ok = (answer: object) => ({ status: 200, body: answer });

    const file = /^\/contents\/(.+)$/.exec(path)?.[1];
    if (file !== undefined) {
      const commit = url.searchParams.get('ref') ?? this.git.head('main');
      const found = Object.hasOwn(this.git.filesOf(commit), file);
      return { status: found ? 200 : 404, body: {} };
    }
    const commit = /^\/tarball\/(.+)$/.exec(path)?.[1];
    if (commit !== undefined) {
      return ok(
        await tarball(`acme-platform-${commit}`, this.git.filesOf(commit)),
      );
    }
    switch (`${request.method} ${path.replace(/\/(heads|\d).*$/, '')}`) {
      case 'GET /commits/main/status':
        return ok({
          sha: this.git.head('main'),
          repository: {
            archive_url: `${this.#origin}${REPOSITORY_PATH}/{archive_format}{/ref}`,
          },
        });
      case 'GET ':
        return ok({ default_branch: 'main', permissions: { push: true } });
      case 'GET /commits': {
        const sha = this.git.head(url.searchParams.get('sha') ?? '');
        const { tree } = this.git.commit(sha);
        return ok([{ sha, commit: { tree: { sha: tree } } }]);
      }
      case 'POST /git/blobs': {
        const { content, encoding } = requests.blob.parse(body);
        return created({
          sha: this.git.addBlob(Buffer.from(content, encoding)),
        });
      }
      case 'POST /git/trees': {
        const { tree, base_tree: base } = requests.tree.parse(body);
        const entries = new Map(
          tree.map(({ path: p, sha }) => [p, sha ?? undefined]),
        );
        return created({ sha: this.git.addTree(entries, base) });
      }
      case 'POST /git/commits':
        return created({
          sha: this.git.addCommit(requests.commit.parse(body)),
        });
      case 'POST /api/graphql': {
        const { head } = requests.branchQuery.parse(body).variables;
        return ok({ data: { repository: { ref: this.#reference(head) } } });
      }
      case 'POST /git/refs': {
        const { ref, sha } = requests.newReference.parse(body);
        return created(this.#moveBranch(ref.replace('refs/heads/', ''), sha));
      }
      case 'PATCH /git/refs': {
        const { sha } = requests.reference.parse(body);
        const branch = path.replace('/git/refs/heads/', '');
        this.git.head(branch);
        return ok(this.#moveBranch(branch, sha));
      }
      case 'POST /pulls':
        return created(
          this.#savePull(this.pulls.length + 1, requests.pull.parse(body)),
        );
      case 'PATCH /pulls':
        return ok(
          this.#savePull(
            Number(path.replace('/pulls/', '')),
            requests.pull.parse(body),
          ),
        );
      default:
        return { status: 404, body: { message: 'Not Found' } };
    }
  }

  #reference(branch: string) {
    if (!this.git.branches.has(branch)) {
      return null;
    }
    const edges = this.pulls
      .filter(({ head }) => head === `acme:${branch}`)
      .map(({ number }) => ({
        node: { id: String(number), number, url: this.#pullUrl(number) },
      }));
    return { associatedPullRequests: { edges } };
  }

  #moveBranch(branch: string, sha: string) {
    this.git.commit(sha);
    this.git.branches.set(branch, sha);
    return { ref: `refs/heads/${branch}`, object: { sha } };
  }

  #savePull(number: number, pull: Omit<PullRequest, 'number'>) {
    this.pulls[number - 1] = { number, ...pull };
    return {
      number,
      html_url: this.#pullUrl(number),
      base: { ref: pull.base },
    };
  }

  #pullUrl(number: number): string {
    return `https://github.example.com/acme/platform/pull/${number}`;
  }
}
