import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CertificateAuthority } from './CertificateAuthority';

jest.setTimeout(30_000);

describe('CertificateAuthority', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'authority-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('issues certificates that it vouches for, with names and addresses', async () => {
    const authority = await CertificateAuthority.create(directory);
    const names = ['sessions.example.com', '127.0.0.2'];
    const issued = await authority.issue('region1', names);
    const certificate = new X509Certificate(issued.certificate);
    const issuer = new X509Certificate(issued.authority);
    expect(certificate.verify(issuer.publicKey)).toBe(true);
    expect(certificate.checkHost('sessions.example.com')).toBeDefined();
    expect(certificate.checkIP('127.0.0.2')).toBe('127.0.0.2');
    expect(certificate.checkHost('other.example.com')).toBeUndefined();
  });

  it('gives the same certificate again for the same names, and keeps keys private', async () => {
    const authority = await CertificateAuthority.create(directory);
    const first = await authority.issue('region1', ['a.example.com']);
    expect(await authority.issue('region1', ['a.example.com'])).toBe(first);
    expect(await authority.issue('region1', ['b.example.com'])).not.toBe(first);
    const { mode } = await stat(join(directory, 'region1.key'));
    expect(mode % 0o1000).toBe(0o600);
  });
});
