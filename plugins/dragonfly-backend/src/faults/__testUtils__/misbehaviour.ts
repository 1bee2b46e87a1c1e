import { Socket } from 'node:net';
import {
  bulk,
  ScriptedReply,
  ScriptedServer,
} from '../../probe/__testUtils__/ScriptedServer';
import { RawServer } from './RawServer';

/** A server that does not do what a cache does. */
export interface BadServer {
  host: string;
  port: number;
  /** Connections it holds now. */
  openConnections(): number;
  close(): Promise<void>;
}

const REPLICATION =
  '# Replication\r\nrole:master\r\nconnected_slaves:0\r\nmaster_replid:23da84e854077a6beb9d5250a8960f5491b75003\r\n';
const DRIP_MS = 1_000;

/** Answers as an empty Dragonfly, but for these commands; what it is given may be changed while it runs. */
export async function scripted(
  replies: Record<string, ScriptedReply>,
): Promise<BadServer> {
  const good: Record<string, ScriptedReply> = {
    AUTH: '+OK\r\n',
    PING: '+PONG\r\n',
    'INFO replication': bulk(REPLICATION),
    'INFO server': bulk('# Server\r\ndragonfly_version:df-v1.40.1\r\n'),
    'INFO memory': bulk('# Memory\r\nused_memory:1000\r\nmaxmemory:2000\r\n'),
    'INFO keyspace': bulk('# Keyspace\r\n'),
  };
  const server = await ScriptedServer.listen(command => {
    const word = command.startsWith('AUTH ') ? 'AUTH' : command;
    return replies[word] ?? good[word] ?? '-ERR unknown command\r\n';
  });
  return ofServer(server);
}

/** Accepts connections and does this to them. */
export async function raw(serve: (socket: Socket) => void): Promise<BadServer> {
  return ofServer(await RawServer.listen(serve));
}

/** Nothing listens at a port that was free a moment ago. */
export async function refusing(): Promise<BadServer> {
  const server = await raw(() => {});
  await server.close();
  return { ...server, openConnections: () => 0, close: async () => {} };
}

/** A name that no name server knows: a label of it is longer than labels may be. */
export async function unresolvable(): Promise<BadServer> {
  return {
    host: `${'x'.repeat(64)}.invalid`,
    port: 6379,
    openConnections: () => 0,
    close: async () => {},
  };
}

/** Sends an answer that would be right, one byte a second. */
export function drip(socket: Socket): void {
  const answer = [...`+OK\r\n${bulk(REPLICATION)}`];
  const timer = setInterval(() => {
    socket.write(answer.shift() ?? '');
  }, DRIP_MS);
  socket.on('close', () => clearInterval(timer));
}

function ofServer(server: ScriptedServer | RawServer): BadServer {
  return {
    host: '127.0.0.1',
    port: server.port,
    openConnections: () => server.openConnections,
    close: () => server.close(),
  };
}
