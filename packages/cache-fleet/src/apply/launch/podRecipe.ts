import { PodContainer, PodRecipe } from '../../pod/types';
import { searchPath } from '../../servers/serverClient';
import { expandVariables } from '../flags';
import { findStartGuard, GUARD_VARIABLES } from '../startGuard';
import { InitContainer } from '../types';
import { bringVolumes } from '../volumes/bringVolumes';
import { addressesOf, AppliedNode, localiseFor } from './appliedNode';
import { localEnvironment } from './localEnvironment';

/** Beyond the start guard's own deadline: its last attempts, on a busy machine. */
const START_GRACE_MS = 20_000;

/** What the start guard is told about this machine. */
function guardVariables(node: AppliedNode, port: number) {
  const seconds = String(node.guardDeadlineSeconds);
  return {
    [GUARD_VARIABLES.serverHost]: '127.0.0.1',
    [GUARD_VARIABLES.serverPort]: String(port),
    [GUARD_VARIABLES.deadlineSeconds]: seconds,
    // A shorter attempt would take a slow machine for a silent region.
    [GUARD_VARIABLES.attemptSeconds]: seconds,
  };
}

function podContainer(
  node: AppliedNode,
  container: InitContainer,
  port: number,
): PodContainer {
  const { manifests, secrets } = node;
  const localise = localiseFor(node, container);
  const environment = localEnvironment(
    container.environment,
    secrets,
    localise,
  );
  const words = (command: string[]) =>
    command.map(word => expandVariables(localise(word), environment));
  const isGuard = findStartGuard(manifests.workload)?.container === container;
  const [program, ...programArguments] = words(container.command);
  const probe = container.startupProbe && words(container.startupProbe);
  return {
    name: container.name,
    kind: container.kind,
    program,
    launch: {
      arguments: programArguments,
      environment: {
        PATH: searchPath(node.server),
        ...Object.fromEntries(environment),
        ...(isGuard ? guardVariables(node, port) : {}),
      },
    },
    startupProbe: probe && { program: probe[0], arguments: probe.slice(1) },
  };
}

/** Says what surrounds the server of a region's manifests, on this machine. */
export function podRecipe(node: AppliedNode): PodRecipe {
  const { directory, manifests, secrets } = node;
  return {
    bringVolumes: options =>
      bringVolumes(
        { directory, manifests, secrets, localise: addressesOf(node) },
        options,
      ),
    containers: port =>
      manifests.workload.initContainers.map(container =>
        podContainer(node, container, port),
      ),
    guard: findStartGuard(manifests.workload)?.container.name,
    startDeadlineMs: node.guardDeadlineSeconds * 1000 + START_GRACE_MS,
  };
}
