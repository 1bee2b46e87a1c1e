import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import { act, renderHook, waitFor } from '@testing-library/react';
import { PropsWithChildren } from 'react';
import { useRefreshOnSignal } from './useRefreshOnSignal';

function setup() {
  const listeners = new Map<string, () => void>();
  const signals: SignalApi = {
    subscribe: (channel, listener) => {
      listeners.set(channel, () => listener(JSON.parse('{"changed":1}')));
      return { unsubscribe: () => listeners.delete(channel) };
    },
  };
  const refresh = jest.fn();
  const wrapper = ({ children }: PropsWithChildren) => (
    <TestApiProvider apis={[[signalApiRef, signals]]}>
      {children}
    </TestApiProvider>
  );
  const hook = renderHook(() => useRefreshOnSignal(refresh), { wrapper });
  const ping = () => act(() => listeners.get('dragonfly:caches')?.());
  return { hook, listeners, ping, refresh };
}

it('asks again soon after a ping, each time', async () => {
  const { ping, refresh } = setup();
  expect(refresh).not.toHaveBeenCalled();
  ping();
  await waitFor(() => expect(refresh).toHaveBeenCalledTimes(1));
  ping();
  await waitFor(() => expect(refresh).toHaveBeenCalledTimes(2));
});

it('stops listening when nobody looks any more', () => {
  const { hook, listeners } = setup();
  hook.unmount();
  expect(listeners.size).toBe(0);
});

it('does without signals', () => {
  const refresh = jest.fn();
  renderHook(() => useRefreshOnSignal(refresh), {
    wrapper: ({ children }) => (
      <TestApiProvider apis={[]}>{children}</TestApiProvider>
    ),
  });
  expect(refresh).not.toHaveBeenCalled();
});
