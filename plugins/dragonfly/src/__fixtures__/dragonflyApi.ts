import { ResponseError } from '@backstage/errors';
import { DragonflyApi } from 'backstage-plugin-dragonfly-common';
import { dragonflyApiRef } from '../api';
import { cacheState } from './cacheState';
import { policyDocument } from './policyDocument';

/** An API whose answers are healthy unless a test says otherwise, as its reference and implementation. */
export function dragonflyApi(overrides: Partial<DragonflyApi> = {}) {
  const implementation: DragonflyApi = {
    getPolicy: async () => policyDocument(),
    getCaches: async () => ({ items: [cacheState()], problems: [] }),
    getCache: async () => cacheState(),
    getSeries: async ({ entityRef, from, to }) => ({
      entityRef,
      from,
      to,
      resolution: 'raw',
      series: [],
      everythingExposed: [],
    }),
    getEvents: async () => ({ items: [] }),
    startMaintenance: async (entityRef, { minutes, note }) => {
      const now = Date.now();
      return {
        entityRef,
        startedAt: new Date(now).toISOString(),
        until: new Date(now + minutes * 60_000).toISOString(),
        startedBy: 'user:default/guest',
        note,
      };
    },
    endMaintenance: async () => {},
    ...overrides,
  };
  return [dragonflyApiRef, implementation] as const;
}

/** What the client throws when the backend refuses. */
export async function refusal(
  statusCode: number,
  message: string,
): Promise<ResponseError> {
  const body = {
    error: { name: 'Error', message },
    response: { statusCode },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status: statusCode,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}
