import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '../servers/waitUntil';
import { Pod } from './pod';
import { PodContainer } from './types';

jest.setTimeout(30_000);

describe('Pod', () => {
  let directory: string;
  let pod: Pod;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pod-'));
  });
  afterEach(async () => {
    await pod.stop();
    await rm(directory, { recursive: true });
  });

  function container(
    name: string,
    kind: PodContainer['kind'],
    script: string,
    probe?: string,
  ): PodContainer {
    const inDirectory = (text: string) => `cd '${directory}'; ${text}`;
    return {
      name,
      kind,
      program: '/bin/sh',
      launch: {
        arguments: ['-c', inDirectory(script)],
        environment: { GREETING: 'hello' },
      },
      startupProbe: probe
        ? { program: '/bin/sh', arguments: ['-c', inDirectory(probe)] }
        : undefined,
    };
  }

  function podOf(containers: PodContainer[], startDeadlineMs = 10_000): Pod {
    pod = new Pod(
      {
        bringVolumes: async ({ empty }) =>
          writeFile(join(directory, 'volumes'), `empty: ${empty}`),
        containers: () => containers,
        startDeadlineMs,
      },
      { directory, port: 7000, label: 'in region "region1"' },
    );
    return pod;
  }

  const read = (name: string) => readFile(join(directory, name), 'utf8');

  it('starts one container after the other, on volumes that were brought before', async () => {
    await podOf([
      container('first', 'init', 'sleep 0.3; cp volumes order'),
      container(
        'second',
        'sidecar',
        'echo " $GREETING" >>order; sleep 0.3; touch started; sleep 60',
        'test -f started',
      ),
      container('third', 'init', 'test -f started && echo third >>order'),
    ]).start();
    expect(await read('order')).toBe('empty: true hello\nthird\n');
  });

  it('starts a sidecar again that ends, until the pod ends', async () => {
    await podOf([
      container('watcher', 'sidecar', 'echo life >>lives; exit 1'),
    ]).start();
    await waitUntil('a second life', 10_000, async () =>
      (await read('lives')).startsWith('life\nlife\n'),
    );
    await pod.stop();
    const lives = await read('lives');
    await new Promise(resolve => setTimeout(resolve, 1_000));
    expect(await read('lives')).toBe(lives);
  });

  it('says what an init container said that failed', async () => {
    const failing = container('loader', 'init', 'echo no such file; exit 3');
    await expect(podOf([failing]).start()).rejects.toThrow(
      'The init container "loader" in region "region1" failed; its log ends:\nno such file',
    );
  });

  it('says what a container said that does not let the server start in time', async () => {
    const holding = container(
      'guard',
      'sidecar',
      'echo waiting; sleep 60',
      'false',
    );
    await expect(podOf([holding], 500).start()).rejects.toThrow(
      /the container "guard" in region "region1" to let the server start; its log ends:\nwaiting/,
    );
    const slow = container('loader', 'init', 'echo loading; sleep 60');
    await expect(podOf([slow], 500).start()).rejects.toThrow(
      /"loader" in region "region1" did not end within 500 ms; its log ends:\nloading/,
    );
  });

  it('is given up when it is stopped while it starts', async () => {
    const holding = container(
      'guard',
      'sidecar',
      'echo asking; sleep 60',
      'false',
    );
    const starting = podOf([holding]).start();
    const stopOnceItRuns = async () => {
      await waitUntil('the guard to run', 10_000, async () =>
        (await read('guard.log')).includes('asking'),
      );
      await pod.stop();
    };
    await Promise.all([
      stopOnceItRuns(),
      expect(starting).rejects.toThrow(
        'The pod in region "region1" was stopped before its server started.',
      ),
    ]);
  });
});
