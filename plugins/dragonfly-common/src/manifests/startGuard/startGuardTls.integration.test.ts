import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Certificates, makeCertificates } from './__testUtils__/certificates';
import { Region, World } from './__testUtils__/world';

// Processes start and deadlines pass; a machine under load takes its time for both.
jest.setTimeout(60_000);

let folder: string;
let ours: Certificates;
let others: Certificates;
let world: World;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-guard-tls-'));
  ours = makeCertificates(folder, 'ours');
  others = makeCertificates(folder, 'others');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  world = await World.create();
});
afterEach(() => world.close());

function guardOf(declared: Region, authority: string | undefined) {
  return world.guard('region1', {
    roleFile: world.roleFile('region1', declared),
    authority,
  });
}

describe('the start guard with TLS', () => {
  it('reads the role of a peer whose certificate it trusts', async () => {
    await world.start('region2', { is: 'serving', tls: ours });
    const guard = guardOf('region1', ours.authority);
    expect(await guard.said()).toMatch(
      /^region1 starts as replica of region2, because region2 answers as primary$/,
    );
  });

  it('holds when another authority has signed, and it may be the primary', async () => {
    await world.start('region2', { is: 'serving', tls: others });
    const guard = guardOf('region1', ours.authority);
    expect(await guard.said()).toMatch(
      /^region1 does not start, because region2 has a certificate that the CA of this pod did not sign, region3 is silent,/,
    );
    expect(guard.decision).toBeUndefined();
  });

  it('follows its role file when the declared primary has another authority', async () => {
    await world.start('region2', { is: 'serving', tls: others });
    const guard = guardOf('region2', ours.authority);
    expect(await guard.said()).toMatch(
      /^region1 starts as replica of region2, because the role file says so and .*: region2 has a certificate that/,
    );
  });

  it('takes a peer without TLS for one that is alive', async () => {
    await world.start('region2', { is: 'serving' });
    const guard = world.guard('region1', {
      roleFile: world.roleFile('region1', 'region1'),
      authority: ours.authority,
      attemptSeconds: 1,
    });
    expect(await guard.said()).toMatch(
      /^region1 does not start, because region2 does not speak TLS, region3 is silent,/,
    );
  });

  it.each(['dropping', 'hanging'] as const)(
    'takes a %s path for silence',
    async is => {
      await world.start('region2', { is });
      const guard = world.guard('region1', {
        roleFile: world.roleFile('region1', 'region1'),
        authority: ours.authority,
        attemptSeconds: 1,
      });
      expect(await guard.said()).toMatch(
        /^region1 starts as primary, because .*: region2 is silent, region3 is silent$/,
      );
    },
  );

  it('holds when its own authority is unusable: it cannot ask anybody', async () => {
    const broken = join(folder, 'broken.crt');
    writeFileSync(broken, 'no certificate\n');
    await world.start('region2', { is: 'serving', tls: ours });
    const guard = guardOf('region1', broken);
    expect(await guard.said()).toMatch(
      /^region1 does not start, because region2 cannot be asked, because the CA file of this pod is unusable,/,
    );
  });
});
