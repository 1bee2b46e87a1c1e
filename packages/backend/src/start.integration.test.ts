import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const backend = resolve(__dirname, '..');

describe('a portal that cannot start', () => {
  it('says why and ends, instead of staying up without answering', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'portal-'));
    const occupant = createServer();
    occupant.listen(0, '127.0.0.1');
    await once(occupant, 'listening');
    const address = occupant.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    const configFile = join(folder, 'app-config.yaml');
    await writeFile(
      configFile,
      JSON.stringify({ backend: { listen: { host: '127.0.0.1', port } } }),
    );

    const outcome = await run(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        'src/index.ts',
        ...['--config', resolve(backend, '../../app-config.yaml')],
        ...['--config', configFile],
      ],
      { cwd: backend, env: { ...process.env, NODE_ENV: 'development' } },
    ).catch(error => error);

    expect(outcome).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        `The portal cannot start: listen EADDRINUSE: address already in use 127.0.0.1:${port}. Stop what listens there`,
      ),
    });
    occupant.close();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);
});
