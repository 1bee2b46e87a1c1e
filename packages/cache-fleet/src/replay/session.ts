import { Credentials, Login } from '../servers/types';
import { Protocol } from './encodeReply';
import { PortKind, Reply } from './types';

const NOAUTH = { error: 'NOAUTH Authentication required.' };
const HELLO_NOAUTH = {
  error:
    'NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH <user> <pass> option can be used to authenticate the client and select the RESP protocol version at the same time',
};
const WRONGPASS = {
  error: 'WRONGPASS invalid username-password pair or user is disabled.',
};
const MONITOR_COMMANDS = ['PING', 'INFO', 'ROLE', 'WAIT'];

/** What {@link Session.handle} knows of the node it belongs to. */
export interface SessionContext {
  credentials: Credentials;
  port: PortKind;
  connectionId: number;
  role: () => 'primary' | 'replica';
}

/** What one connection has said of itself: who it is and which protocol it speaks. */
export class Session {
  protocol: Protocol = 2;
  #user: Login | undefined;
  readonly #context: SessionContext;

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /**
   * Handles what belongs to the connection: logging in, naming itself, and what its user may not do.
   *
   * @returns undefined when the command is the server's to answer
   */
  handle(command: string[]): Reply | undefined {
    const [name, ...rest] = command;
    switch (name.toUpperCase()) {
      case 'AUTH':
        return this.#auth(rest);
      case 'HELLO':
        return this.#hello(rest);
      default:
        return this.#refusal(name) ?? this.#about(name, rest);
    }
  }

  #refusal(name: string): Reply | undefined {
    if (!this.#user) {
      return NOAUTH;
    }
    const { monitor } = this.#context.credentials;
    return this.#user === monitor &&
      !MONITOR_COMMANDS.includes(name.toUpperCase())
      ? { error: `NOPERM ${monitor.username} has no ACL permissions` }
      : undefined;
  }

  #about(name: string, rest: string[]): Reply | undefined {
    const subcommand = rest[0]?.toUpperCase() ?? '';
    switch (name.toUpperCase()) {
      case 'CLIENT':
        return ['SETINFO', 'SETNAME'].includes(subcommand) ? 'OK' : undefined;
      case 'SELECT':
        return 'OK';
      default:
        return undefined;
    }
  }

  /** The admin port takes only the bare password with AUTH, but name and password with HELLO. */
  #auth(rest: string[]): Reply {
    if (rest.length < 1 || rest.length > 2) {
      return { error: 'ERR syntax error' };
    }
    const named = rest.length === 2;
    const [username, password] = named ? rest : ['default', rest[0]];
    if (named && this.#context.port === 'admin') {
      return WRONGPASS;
    }
    return this.#login(username, password) ? 'OK' : WRONGPASS;
  }

  #hello(rest: string[]): Reply {
    const [version, keyword, username, password] = rest;
    if (version !== undefined && version !== '2' && version !== '3') {
      return { error: 'NOPROTO unsupported protocol version' };
    }
    if (keyword?.toUpperCase() === 'AUTH') {
      if (!this.#login(username ?? '', password ?? '')) {
        return WRONGPASS;
      }
    } else if (!this.#user) {
      return HELLO_NOAUTH;
    }
    if (version !== undefined) {
      this.protocol = version === '3' ? 3 : 2;
    }
    return {
      map: [
        ['server', 'redis'],
        ['version', '7.4.0'],
        ['dragonfly_version', 'df-v1.40.1'],
        ['proto', this.protocol],
        ['id', this.#context.connectionId],
        ['mode', 'standalone'],
        ['role', this.#context.role() === 'primary' ? 'master' : 'slave'],
      ],
    };
  }

  #login(username: string, password: string): boolean {
    const user = Object.values(this.#context.credentials).find(
      (login: Login) =>
        login.username === username && login.password === password,
    );
    this.#user = user ?? this.#user;
    return user !== undefined;
  }
}
