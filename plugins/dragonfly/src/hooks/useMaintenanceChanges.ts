import { useApi } from '@backstage/core-plugin-api';
import { useMutation } from '@tanstack/react-query';
import { MaintenanceRequest } from 'backstage-plugin-dragonfly-common';
import { dragonflyApiRef, LoadFailure, loadFailureOf } from '../api';
import { queryClientOf } from './queryClientOf';
import { REQUEST_TIMEOUT_MS } from './requestTimeout';

/** One thing that somebody can change, and how the last attempt went. @public */
export interface Change<Input> {
  /** Tries; `onSuccess` is called once the backend has done it. */
  run: (input: Input, onSuccess: () => void) => void;
  pending: boolean;
  /** Why the last attempt failed, until the next one or `forget`. */
  failure?: LoadFailure;
  /** Forgets that failure; what is under way is not forgotten. */
  forget: () => void;
}

/** @public */
export interface MaintenanceChanges {
  /** Declares a maintenance, in place of the one that is on. */
  start: Change<MaintenanceRequest>;
  end: Change<void>;
}

/** What these questions ask for changes with a maintenance. */
const CHANGED_QUESTIONS: unknown[] = ['cache', 'caches', 'fleet', 'events'];

/**
 * Declares and ends the maintenance of one cache. Afterwards everything on the page that may show it is asked for again.
 *
 * @public
 */
export function useMaintenanceChanges(entityRef: string): MaintenanceChanges {
  const api = useApi(dragonflyApiRef);
  return {
    start: useChange(api, (request: MaintenanceRequest, signal) =>
      api.startMaintenance(entityRef, request, { signal }),
    ),
    end: useChange(api, (_: void, signal) =>
      api.endMaintenance(entityRef, { signal }),
    ),
  };
}

function useChange<Input>(
  api: object,
  change: (input: Input, signal: AbortSignal) => Promise<unknown>,
): Change<Input> {
  const client = queryClientOf(api);
  const { mutate, isPending, error, reset } = useMutation(
    {
      mutationFn: (input: Input) =>
        change(input, AbortSignal.timeout(REQUEST_TIMEOUT_MS)),
      onSuccess: () => {
        // Not awaited: what has been done is done, however long the page takes to show it.
        void client.invalidateQueries({
          predicate: ({ queryKey }) => CHANGED_QUESTIONS.includes(queryKey[0]),
        });
      },
      // As for questions: the browser's own idea of being offline does not count.
      networkMode: 'always',
    },
    client,
  );
  return {
    run: (input, onSuccess) => mutate(input, { onSuccess }),
    pending: isPending,
    failure: error ? loadFailureOf(error) : undefined,
    forget: () => {
      if (!isPending) {
        reset();
      }
    },
  };
}
