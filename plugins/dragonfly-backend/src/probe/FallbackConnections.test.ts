import { ScriptedServer } from './__testUtils__/ScriptedServer';
import { Deadline } from './Deadline';
import { FallbackConnections } from './FallbackConnections';
import { SideConnection } from './SideConnection';

const NO_PERMISSION = '-NOPERM no permissions\r\n';
const TIMEOUT_MS = 2_000;

describe('FallbackConnections', () => {
  const servers: ScriptedServer[] = [];

  /** Connections to servers that answer SET like this, one after the other. */
  async function connectionsTo(...replies: string[]) {
    for (const reply of replies) {
      servers.push(await ScriptedServer.listen(() => reply));
    }
    return new FallbackConnections(
      servers.map(
        ({ port }) =>
          new SideConnection({ host: '127.0.0.1', port, tls: false }),
      ),
    );
  }

  async function set(connections: FallbackConnections) {
    const deadline = Deadline.after(TIMEOUT_MS);
    try {
      return await connections.attempt(deadline, connection =>
        connection.call(deadline, 'SET'),
      );
    } finally {
      deadline.clear();
    }
  }
  const asked = () => servers.map(({ commands }) => commands.flat().length);

  afterEach(async () => {
    await Promise.all(servers.splice(0).map(server => server.close()));
  });

  it('stays with the first that may ask', async () => {
    const connections = await connectionsTo('+OK\r\n', '+OK\r\n');

    expect([await set(connections), await set(connections)]).toEqual([
      'OK',
      'OK',
    ]);
    expect(asked()).toEqual([2, 0]);
    connections.close();
  });

  it('asks the next after a refusal, and the first no more until it is closed', async () => {
    const connections = await connectionsTo(NO_PERMISSION, '+OK\r\n');

    expect([await set(connections), await set(connections)]).toEqual([
      'OK',
      'OK',
    ]);
    expect(asked()).toEqual([1, 2]);

    connections.close();
    await set(connections);

    expect(asked()).toEqual([2, 3]);
    connections.close();
  });

  it('does not take another failure for a refusal', async () => {
    const connections = await connectionsTo(
      "-READONLY You can't write against a read only replica.\r\n",
      '+OK\r\n',
    );

    expect(await set(connections)).toBeUndefined();
    expect(asked()).toEqual([1, 0]);
    connections.close();
  });

  it('has no answer when none may ask', async () => {
    const connections = await connectionsTo(NO_PERMISSION, NO_PERMISSION);

    await set(connections);

    expect(await set(connections)).toBeUndefined();
    expect(asked()).toEqual([1, 1]);
    connections.close();
  });
});
