import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook, waitFor } from '@testing-library/react';
import { DragonflyApi } from 'backstage-plugin-dragonfly-common';
import { PropsWithChildren } from 'react';
import { cacheState, maintenance } from '../__fixtures__/cacheState';
import { dragonflyApi, refusal } from '../__fixtures__/dragonflyApi';
import { policyDocument } from '../__fixtures__/policyDocument';
import { useCache } from './useCache';
import { useEvents } from './useEvents';
import { useFleet } from './useFleet';
import { useMaintenanceChanges } from './useMaintenanceChanges';
import { usePolicy } from './usePolicy';

const ENTITY_REF = 'resource:default/sessions';
/** Long enough for nothing to be asked for again by itself. */
const NEVER = { intervalMs: 3_600_000 };

function setup(overrides: Partial<DragonflyApi> = {}) {
  const asked = {
    getCache: jest.fn(async () => cacheState()),
    getCaches: jest.fn(async () => ({ items: [], problems: [] })),
    getEvents: jest.fn(async () => ({ items: [] })),
    getPolicy: jest.fn(async () => policyDocument()),
  };
  const api = dragonflyApi({ ...asked, ...overrides });
  const hook = renderHook(
    () => {
      useCache(ENTITY_REF, NEVER);
      useFleet(NEVER);
      useEvents(ENTITY_REF, 10);
      usePolicy();
      return useMaintenanceChanges(ENTITY_REF);
    },
    {
      wrapper: ({ children }: PropsWithChildren) => (
        <TestApiProvider apis={[api]}>{children}</TestApiProvider>
      ),
    },
  );
  const timesAsked = () =>
    Object.values(asked).map(question => question.mock.calls.length);
  return { ...hook, timesAsked };
}

describe('useMaintenanceChanges', () => {
  it.each(['start', 'end'] as const)(
    'asks again for what may show it, after "%s"',
    async change => {
      const { result, timesAsked } = setup();
      await waitFor(() => expect(timesAsked()).toEqual([1, 1, 1, 1]));
      const onSuccess = jest.fn();
      act(() =>
        change === 'start'
          ? result.current.start.run({ minutes: 60 }, onSuccess)
          : result.current.end.run(undefined, onSuccess),
      );
      await waitFor(() => expect(timesAsked()).toEqual([2, 2, 2, 1]));
      await waitFor(() => expect(onSuccess).toHaveBeenCalledTimes(1));
    },
  );

  it('says why it failed, until that is forgotten', async () => {
    const error = await refusal(409, 'Somebody else has just changed it.');
    const onSuccess = jest.fn();
    const { result, timesAsked } = setup({
      startMaintenance: () => Promise.reject(error),
    });
    await waitFor(() => expect(timesAsked()).toEqual([1, 1, 1, 1]));
    act(() => result.current.start.run({ minutes: 60 }, onSuccess));
    await waitFor(() =>
      expect(result.current.start.failure).toEqual({
        kind: 'unavailable',
        message: 'Somebody else has just changed it. (status 409)',
      }),
    );
    expect(onSuccess).not.toHaveBeenCalled();
    expect(timesAsked()).toEqual([1, 1, 1, 1]);

    act(() => result.current.start.forget());
    await waitFor(() => expect(result.current.start.failure).toBeUndefined());
  });

  it('does not forget what is under way', async () => {
    let answer = () => {};
    const onSuccess = jest.fn();
    const { result } = setup({
      startMaintenance: () =>
        new Promise(resolve => {
          answer = () => resolve(maintenance());
        }),
    });
    act(() => result.current.start.run({ minutes: 60 }, onSuccess));
    await waitFor(() => expect(result.current.start.pending).toBe(true));
    act(() => result.current.start.forget());
    expect(result.current.start.pending).toBe(true);
    act(() => answer());
    await waitFor(() => expect(onSuccess).toHaveBeenCalledTimes(1));
  });
});
