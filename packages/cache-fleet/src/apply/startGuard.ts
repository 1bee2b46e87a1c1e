import { InitContainer, Workload } from './types';

/**
 * The container that decides the role of a server before it starts, as its environment describes it: it reads the
 * declared role, asks the other regions, and writes the role that the server reads.
 */
export interface StartGuard {
  container: InitContainer;
  /** One line per region: its name, host and port. */
  nodesFile: string;
  /** The declared role. */
  roleFile: string;
  /** The role that was decided; in a directory that the server mounts too. */
  decidedFile: string;
}

/** What the environment of a start guard calls the server that it decides for, and the time it takes. */
export const GUARD_VARIABLES = {
  serverHost: 'SERVER_HOST',
  serverPort: 'SERVER_PORT',
  deadlineSeconds: 'DEADLINE_SECONDS',
  attemptSeconds: 'ATTEMPT_SECONDS',
} as const;

function valueOf(container: InitContainer, name: string): string | undefined {
  const variable = container.environment.find(each => each.name === name);
  return variable?.kind === 'value' ? variable.value : undefined;
}

/** Finds the start guard of a server by what it is told, whatever it is called. */
export function findStartGuard(workload: Workload): StartGuard | undefined {
  for (const container of workload.initContainers) {
    const nodesFile = valueOf(container, 'NODES_FILE');
    const roleFile = valueOf(container, 'ROLE_FILE');
    const decidedFile = valueOf(container, 'DECIDED_ROLE_FILE');
    if (nodesFile && roleFile && decidedFile) {
      return { container, nodesFile, roleFile, decidedFile };
    }
  }
  return undefined;
}
