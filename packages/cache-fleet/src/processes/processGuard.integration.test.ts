import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { waitUntil } from '../servers/waitUntil';

jest.setTimeout(30_000);

const PACKAGE = resolve(__dirname, '../..');
const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');

// What a program with a fleet does; it prints its servers' process ids and then waits to be ended.
const PROGRAM = `
  const { Fleet } = require(${JSON.stringify(join(PACKAGE, 'src/index.ts'))});
  (async () => {
    const fleet = await Fleet.create();
    const cache = await fleet.startCache({
      name: 'sessions', topology: 'replicated', regions: ['region1', 'region2'],
    });
    cache.node('region2').freeze();
    console.log(JSON.stringify({
      directory: fleet.directory, pids: cache.nodes.map(node => node.pid),
    }));
  })();
`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('ProcessGuard', () => {
  it.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)(
    'leaves no server and no file behind when the program ends by %s',
    async signal => {
      const program = spawn(
        process.execPath,
        ['--require', TRANSFORM, '--eval', PROGRAM],
        { cwd: PACKAGE, stdio: ['ignore', 'pipe', 'inherit'] },
      );
      const [output] = await once(program.stdout, 'data');
      const { directory, pids } = JSON.parse(String(output));
      expect(pids.filter(isAlive)).toHaveLength(2);

      program.kill(signal);
      await once(program, 'exit');

      await waitUntil('the servers to end', 5_000, async () => {
        return !pids.some(isAlive);
      });
      await waitUntil('the files to be removed', 5_000, async () =>
        access(directory).then(
          () => false,
          () => true,
        ),
      );
    },
  );
});
