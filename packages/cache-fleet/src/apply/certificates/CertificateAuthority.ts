import { isError } from '@backstage/errors';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Longer than any fleet runs. */
const DAYS = '30';
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** A certificate with its key, as PEM. */
export interface IssuedCertificate {
  certificate: string;
  key: string;
  /** Certificate of the authority. */
  authority: string;
}

async function openssl(words: string[]): Promise<void> {
  try {
    await execute('openssl', words);
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      throw new Error(
        'Found no openssl on PATH, which makes the certificates of caches with TLS; install it, for example with "apt-get install openssl".',
      );
    }
    throw error;
  }
}

/** Issues the certificates of one cache. Its keys stay in its directory, readable by their owner only. */
export class CertificateAuthority {
  readonly #issued = new Map<string, Promise<IssuedCertificate>>();

  static async create(directory: string): Promise<CertificateAuthority> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const authority = new CertificateAuthority(directory);
    await openssl([
      ...['req', '-x509', ...KEY, '-days', DAYS],
      ...['-subj', '/CN=cache-fleet'],
      ...['-keyout', authority.#file('authority.key')],
      ...['-out', authority.#file('authority.crt')],
    ]);
    return authority;
  }

  private constructor(private readonly directory: string) {}

  /** Issues a certificate for a server with these names and IP addresses; the same one for the same names. */
  issue(server: string, names: string[]): Promise<IssuedCertificate> {
    const id = JSON.stringify([server, names]);
    const issued = this.#issued.get(id) ?? this.#issue(server, names);
    this.#issued.set(id, issued);
    return issued;
  }

  async #issue(server: string, names: string[]): Promise<IssuedCertificate> {
    const key = this.#file(`${server}.key`);
    const request = this.#file(`${server}.csr`);
    const extensions = this.#file(`${server}.extensions`);
    const certificate = this.#file(`${server}.crt`);
    const alternatives = names.map(
      name => `${isIP(name) ? 'IP' : 'DNS'}:${name}`,
    );
    await writeFile(extensions, `subjectAltName=${alternatives.join(',')}\n`);
    await openssl([
      ...['req', '-new', ...KEY, '-subj', `/CN=${server}`],
      ...['-keyout', key, '-out', request],
    ]);
    await openssl([
      ...['x509', '-req', '-in', request, '-days', DAYS],
      ...['-CA', this.#file('authority.crt')],
      ...['-CAkey', this.#file('authority.key'), '-CAcreateserial'],
      ...['-extfile', extensions, '-out', certificate],
    ]);
    return {
      certificate: await readFile(certificate, 'utf8'),
      key: await readFile(key, 'utf8'),
      authority: await readFile(this.#file('authority.crt'), 'utf8'),
    };
  }

  #file(name: string): string {
    return join(this.directory, name);
  }
}
