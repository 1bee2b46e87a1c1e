import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { bulk, ScriptedServer } from './__testUtils__/ScriptedServer';
import { ConnectionSlots } from './ConnectionSlots';
import { NodeProbe } from './NodeProbe';

const IP_ADDRESS = 7;
const certificate = generate([{ name: 'commonName', value: '127.0.0.1' }], {
  algorithm: 'sha256',
  keySize: 2048,
  extensions: [
    {
      name: 'subjectAltName',
      altNames: [{ type: IP_ADDRESS, ip: '127.0.0.1' }],
    },
  ],
});

describe('a probe over TLS', () => {
  let directory: string;
  let server: ScriptedServer;

  async function observe(tls: { caFile?: string }) {
    const probe = NodeProbe.create({
      region: 'region1',
      target: { host: '127.0.0.1', port: server.port, tls: true, ...tls },
      timeoutMs: 2_000,
      slots: new ConnectionSlots(1),
    });
    const observation = await probe.observe();
    probe.close();
    return observation;
  }

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dragonfly-tls-'));
    await writeFile(join(directory, 'ca.pem'), certificate.cert);
    server = await ScriptedServer.listen(
      () =>
        bulk(
          '# Replication\r\nrole:master\r\nconnected_slaves:0\r\nmaster_replid:23da\r\n',
        ),
      { key: certificate.private, cert: certificate.cert },
    );
  });

  afterAll(async () => {
    await server.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('trusts the configured authorities', async () => {
    expect(await observe({ caFile: join(directory, 'ca.pem') })).toMatchObject({
      outcome: 'answered',
    });
  });

  it('trusts nobody else', async () => {
    expect(await observe({})).toMatchObject({
      outcome: 'failed',
      failure: { kind: 'tls' },
    });
  });

  it('says that the file of authorities is missing', async () => {
    expect(await observe({ caFile: join(directory, 'missing') })).toMatchObject(
      {
        failure: {
          kind: 'tls',
          message:
            'the configured file of certificate authorities cannot be read',
        },
      },
    );
  });
});
