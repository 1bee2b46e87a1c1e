import { TestApiProvider } from '@backstage/frontend-test-utils';
import { renderHook, waitFor } from '@testing-library/react';
import { PropsWithChildren } from 'react';
import { dragonflyApi } from '../__fixtures__/dragonflyApi';
import { useCaches } from './useCaches';

function renderUseCaches(entityRefs: string[]) {
  const getCaches = jest.fn(async () => ({ items: [], problems: [] }));
  const api = dragonflyApi({ getCaches });
  const { result } = renderHook(() => useCaches(entityRefs), {
    wrapper: (props: PropsWithChildren) => (
      <TestApiProvider apis={[api]}>{props.children}</TestApiProvider>
    ),
  });
  return { result, getCaches };
}

describe('useCaches', () => {
  it('asks once for each cache, all in one request', async () => {
    const { result, getCaches } = renderUseCaches([
      'resource:default/sessions',
      'resource:default/rates',
      'resource:default/sessions',
    ]);
    await waitFor(() => expect(result.current.status).toBe('loaded'));
    expect(getCaches).toHaveBeenCalledTimes(1);
    expect(getCaches).toHaveBeenCalledWith(
      { entityRefs: ['resource:default/rates', 'resource:default/sessions'] },
      { signal: expect.any(AbortSignal) },
    );
  });

  it('does not ask for every cache there is when it is asked for none', async () => {
    const { result, getCaches } = renderUseCaches([]);
    await waitFor(() => expect(result.current.status).toBe('loaded'));
    expect(getCaches).not.toHaveBeenCalled();
  });
});
