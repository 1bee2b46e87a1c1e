import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook } from '@testing-library/react';
import { CacheState, DragonflyApi } from 'backstage-plugin-dragonfly-common';
import { PropsWithChildren } from 'react';
import { cacheState } from '../__fixtures__/cacheState';
import { dragonflyApi, refusal } from '../__fixtures__/dragonflyApi';
import { useCache } from './useCache';

const INTERVAL_MS = 2_500;
const ENTITY_REF = 'resource:default/sessions';

type GetCache = DragonflyApi['getCache'];

function renderUseCache(getCache: GetCache) {
  const api = dragonflyApi({ getCache });
  return renderHook(() => useCache(ENTITY_REF), {
    wrapper: (props: PropsWithChildren) => (
      <TestApiProvider apis={[api]}>{props.children}</TestApiProvider>
    ),
  });
}

/** Lets time pass, and a little more for the timer with which query results reach the components. */
async function pass(milliseconds: number) {
  await act(() => jest.advanceTimersByTimeAsync(milliseconds));
  await act(() => jest.advanceTimersByTimeAsync(1));
}

function setVisibility(state: DocumentVisibilityState) {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  act(() => {
    window.dispatchEvent(new Event('visibilitychange'));
  });
}

describe('useCache', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('loads the state and refreshes it by itself', async () => {
    const getCache = jest
      .fn<Promise<CacheState>, Parameters<GetCache>>()
      .mockResolvedValueOnce(cacheState())
      .mockResolvedValue(cacheState({ verdict: 'critical' }));
    const { result } = renderUseCache(getCache);
    expect(result.current).toEqual({ status: 'loading' });

    await pass(0);
    expect(getCache).toHaveBeenCalledWith(ENTITY_REF, expect.anything());
    expect(result.current).toMatchObject({
      status: 'loaded',
      data: { verdict: 'healthy' },
      intervalMs: INTERVAL_MS,
    });

    await pass(INTERVAL_MS);
    expect(result.current).toMatchObject({ data: { verdict: 'critical' } });
  });

  it('rests while the page is hidden and asks at once when it is shown again', async () => {
    const getCache = jest.fn(async () => cacheState());
    renderUseCache(getCache);
    await pass(0);

    setVisibility('hidden');
    await pass(10 * INTERVAL_MS);
    expect(getCache).toHaveBeenCalledTimes(1);

    setVisibility('visible');
    await pass(0);
    expect(getCache).toHaveBeenCalledTimes(2);
  });

  it('keeps the last data when a refresh fails, and says why', async () => {
    const getCache = jest
      .fn<Promise<CacheState>, Parameters<GetCache>>()
      .mockResolvedValueOnce(cacheState())
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockResolvedValue(cacheState());
    const { result } = renderUseCache(getCache);
    await pass(0);
    const loaded = result.current;

    await pass(INTERVAL_MS);
    expect(result.current).toEqual({
      ...loaded,
      refreshFailure: { kind: 'unavailable', message: 'Failed to fetch' },
    });

    await pass(INTERVAL_MS);
    expect(result.current).toMatchObject({
      status: 'loaded',
      refreshFailure: undefined,
    });
    expect(result.current).not.toEqual(loaded);
  });

  it('drops the data when the reader may no longer see it', async () => {
    const getCache = jest
      .fn<Promise<CacheState>, Parameters<GetCache>>()
      .mockResolvedValueOnce(cacheState())
      .mockRejectedValue(await refusal(403, 'Not allowed'));
    const { result } = renderUseCache(getCache);
    await pass(INTERVAL_MS);
    expect(result.current).toMatchObject({
      status: 'failed',
      failure: { kind: 'not-allowed' },
    });
  });

  it('has never more than one request under way', async () => {
    let answer = (_: CacheState) => {};
    const getCache = jest
      .fn<Promise<CacheState>, Parameters<GetCache>>()
      .mockResolvedValueOnce(cacheState())
      .mockImplementation(
        () =>
          new Promise(resolve => {
            answer = resolve;
          }),
      );
    renderUseCache(getCache);
    await pass(3 * INTERVAL_MS);
    expect(getCache).toHaveBeenCalledTimes(2);

    answer(cacheState());
    await pass(INTERVAL_MS);
    expect(getCache).toHaveBeenCalledTimes(3);
  });

  it('aborts the request when nobody waits for it any more', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const { unmount } = renderUseCache((_, options) => {
      signals.push(options?.signal);
      return new Promise(() => {});
    });
    await pass(0);
    expect(signals).toEqual([expect.objectContaining({ aborted: false })]);

    unmount();
    expect(signals).toEqual([expect.objectContaining({ aborted: true })]);
  });
});
