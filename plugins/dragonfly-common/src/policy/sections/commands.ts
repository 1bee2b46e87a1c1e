import { isUnder } from '../markdown/document';
import { Fence } from '../markdown/fences';
import { ProblemLog } from '../problems';
import { Policy, Sourced } from '../types';

const PROMOTE = /\b(?:(?:replicaof|slaveof)\s+no\s+one|repltakeover\s+\d+)\b/i;
const ATTACH =
  /\b(?:replicaof|slaveof)\s+(?!no\s+one\b)\S+\s+(?:\d+|[<{$]\S+)/i;
const SHELLS = ['', 'bash', 'sh', 'shell', 'zsh', 'console', 'text', 'redis'];
const PROMOTION_SECTIONS = ['failover', 'promotion'];

/** Reads the commands that attach a replica and those that promote it, from the fences that contain them. */
export function readCommands(
  fences: Fence[],
  log: ProblemLog,
): Policy['commands'] {
  const commands: Policy['commands'] = { attach: [], promote: [] };
  for (const fence of fences) {
    if (SHELLS.includes(fence.language)) {
      sortInto(commands, fence);
    }
  }
  if (commands.attach.length === 0) {
    log.missing({
      subject: 'command that attaches the replica',
      expected: 'a fenced command "REPLICAOF <host> <port>"',
      remedy: 'Add it, for example in the section "DR Strategy".',
    });
  }
  if (commands.promote.length === 0) {
    log.missing({
      subject: 'command that promotes the replica',
      expected: 'a fenced command "REPLICAOF NO ONE"',
      remedy: 'Add it, for example in the section "Failover".',
    });
  }
  return commands;
}

/** `host:port` a `REPLICAOF` command names, if it is one. */
export function primaryOf(command: string): string | undefined {
  const match =
    /\b(?:replicaof|slaveof)\s+(?!no\s+one\b)(\S+)\s+(\d+|[<{$]\S+)/i.exec(
      command,
    );
  return match ? `${match[1]}:${match[2]}` : undefined;
}

function sortInto(commands: Policy['commands'], fence: Fence): void {
  const lines = commandsOf(fence);
  const promotes = lines.some(({ value }) => PROMOTE.test(value));
  const attaches = lines.some(({ value }) => ATTACH.test(value));
  if (!promotes && !attaches) {
    return;
  }
  const other =
    promotes && attaches ? isUnder(fence.path, PROMOTION_SECTIONS) : promotes;
  for (const command of lines) {
    const isPromotion =
      PROMOTE.test(command.value) || (other && !ATTACH.test(command.value));
    commands[isPromotion ? 'promote' : 'attach'].push(command);
  }
}

/** Without comments and prompts; a line that ends in a backslash goes on in the next one. */
function commandsOf({ text, line }: Fence): Sourced<string>[] {
  const commands: Sourced<string>[] = [];
  let continued = false;
  text.split('\n').forEach((written, index) => {
    const bare = written
      .replace(/(?:^|\s)#.*$/, '')
      .replace(/^\s*(?:\$|[\w.:-]*>)\s+/, '')
      .trim();
    const part = bare.replace(/\s*\\$/, '');
    const open = commands.at(-1);
    if (continued && open) {
      commands.splice(-1, 1, {
        ...open,
        value: `${open.value} ${part}`.trim(),
      });
    } else if (part !== '') {
      commands.push({ value: part, line: line + 1 + index });
    }
    continued = bare.endsWith('\\');
  });
  return commands;
}
