import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DragonflyApi,
  Maintenance,
  MaintenanceRequest,
} from 'backstage-plugin-dragonfly-common';
import {
  cacheState,
  declaration,
  maintenance,
} from '../../__fixtures__/cacheState';
import { dragonflyApi, refusal } from '../../__fixtures__/dragonflyApi';
import { useCache } from '../../hooks';
import { LiveBoundary } from '../LiveBoundary';
import { MaintenanceSection } from './MaintenanceSection';

const SESSIONS = 'resource:default/sessions';
/** What is allowed on it is remembered across tests, so the one that is not allowed anything asks of another cache. */
const OTHERS = 'resource:default/others';

const UNTIL = new Date(maintenance().until).toLocaleTimeString(undefined, {
  hour: '2-digit',
  minute: '2-digit',
});

/** A backend that keeps what is declared. */
function backend(declared?: Maintenance) {
  let current = declared;
  return {
    getCache: jest.fn(async (entityRef: string) =>
      cacheState({
        cache: declaration({ entityRef }),
        maintenance: current,
      }),
    ),
    startMaintenance: jest.fn(
      async (entityRef: string, { note }: MaintenanceRequest) => {
        current = maintenance({ entityRef, note });
        return current;
      },
    ),
    endMaintenance: jest.fn(async () => {
      current = undefined;
    }),
  };
}

function LiveSection(props: { entityRef: string }) {
  const live = useCache(props.entityRef);
  return (
    <LiveBoundary live={live} subject="the state of this cache">
      {(state, receivedAt) => (
        <MaintenanceSection
          state={state}
          reading={{ assessedAt: state.assessedAt, receivedAt }}
        />
      )}
    </LiveBoundary>
  );
}

function show(
  api: Partial<DragonflyApi>,
  options: { entityRef?: string; authorize?: AuthorizeResult.DENY } = {},
) {
  const { entityRef = SESSIONS, authorize } = options;
  render(
    <TestApiProvider
      apis={[dragonflyApi(api), mockApis.permission({ authorize })]}
    >
      <LiveSection entityRef={entityRef} />
    </TestApiProvider>,
  );
  return userEvent.setup();
}

const section = () => screen.findByRole('region', { name: 'Maintenance' });
const button = (name: string) => screen.findByRole('button', { name });

/** Focus moves in the frame after the one that shows why. */
const focusOn = (element: HTMLElement) =>
  waitFor(() => expect(element).toHaveFocus());

describe('the maintenance of a cache', () => {
  it('is declared by keyboard, shown at once, and leaves the focus where it was', async () => {
    const api = backend();
    const user = show(api);
    (await button('Start maintenance…')).focus();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', {
      name: 'Start maintenance of Sessions',
    });
    const minutes = within(dialog).getByRole('textbox', { name: 'Minutes' });
    await focusOn(minutes);
    expect(minutes).toHaveValue('60');
    await user.clear(minutes);
    await user.type(minutes, '90');
    await user.type(
      within(dialog).getByRole('textbox', { name: /^Note/ }),
      'Moves to region2{Enter}',
    );

    expect(await section()).toHaveTextContent(
      `Maintenance until ${UNTIL} (35 min left), declared by alice: Moves to region2. Notifications to the owner are muted.`,
    );
    expect(api.startMaintenance).toHaveBeenCalledWith(
      SESSIONS,
      { minutes: 90, note: 'Moves to region2' },
      { signal: expect.any(AbortSignal) },
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await focusOn(await button('Change…'));
    expect(within(await section()).getByRole('status')).toHaveTextContent(
      `Maintenance is on until ${UNTIL}.`,
    );
  });

  it('is changed from what is declared', async () => {
    const api = backend(maintenance());
    const user = show(api);
    await user.click(await button('Change…'));
    const dialog = await screen.findByRole('dialog', {
      name: 'Change maintenance of Sessions',
    });
    expect(
      within(dialog).getByRole('textbox', { name: 'Minutes' }),
    ).toHaveValue('35');
    const note = within(dialog).getByRole('textbox', { name: /^Note/ });
    expect(note).toHaveValue('Moves to region2');
    await user.clear(note);
    await user.type(note, 'Takes longer!');
    await user.click(within(dialog).getByRole('button', { name: 'Change' }));
    expect(await screen.findByText(/declared by/)).toHaveTextContent(
      'declared by alice: Takes longer! Notifications',
    );
    expect(api.startMaintenance.mock.calls[0][1].minutes).toBe(35);
  });

  it('is ended, and the focus stays on its buttons', async () => {
    const api = backend(maintenance());
    const user = show(api);
    await user.click(await button('End maintenance'));
    await focusOn(await button('Start maintenance…'));
    expect(api.endMaintenance).toHaveBeenCalledTimes(1);
    expect(await section()).not.toHaveTextContent('muted');
    expect(
      screen.queryByRole('button', { name: 'End maintenance' }),
    ).toBeNull();
  });

  it.each`
    situation             | field        | typed              | message
    ${'too many minutes'} | ${'Minutes'} | ${'481'}           | ${/Field "minutes" is 481; expected a whole number from 1 to 480\./}
    ${'half minutes'}     | ${'Minutes'} | ${'1.5'}           | ${/Field "minutes" is 1\.5; expected a whole number from 1 to 480\./}
    ${'no minutes'}       | ${'Minutes'} | ${''}              | ${/Field "minutes" is .*; expected a whole number from 1 to 480\./}
    ${'a long note'}      | ${'Note'}    | ${'x'.repeat(201)} | ${/Field "note" is "x+; expected one line of at most 200 characters/}
  `('refuses $situation in words', async ({ field, typed, message }) => {
    const api = backend();
    const user = show(api);
    await user.click(await button('Start maintenance…'));
    const input = await screen.findByRole('textbox', {
      name: new RegExp(`^${field}`),
    });
    await user.clear(input);
    await user.click(input);
    if (typed) {
      await user.paste(typed);
    }
    await user.keyboard('{Enter}');
    expect(await screen.findByText(message)).toBeInTheDocument();
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription(expect.stringMatching(message));
    expect(api.startMaintenance).not.toHaveBeenCalled();

    await user.click(screen.getByRole('button', { name: 'Start' }));
    expect(api.startMaintenance).not.toHaveBeenCalled();
    await focusOn(input);
  });

  it('is not declared when somebody presses Escape', async () => {
    const api = backend();
    const user = show(api);
    await user.click(await button('Start maintenance…'));
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await focusOn(await button('Start maintenance…'));
    expect(api.startMaintenance).not.toHaveBeenCalled();
  });

  it('says in the dialog why the backend refuses, and keeps what was typed', async () => {
    const error = await refusal(403, 'Only users may declare a maintenance.');
    const user = show({
      ...backend(),
      startMaintenance: () => Promise.reject(error),
    });
    await user.click(await button('Start maintenance…'));
    const note = await screen.findByRole('textbox', { name: /^Note/ });
    await user.type(note, 'Upgrade{Enter}');
    const dialog = screen.getByRole('dialog');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The maintenance was not declaredOnly users may declare a maintenance. (It needs the permission "dragonfly.cache.maintain" on resource:default/sessions.)',
    );
    expect(note).toHaveValue('Upgrade');

    await user.keyboard('{Escape}');
    await user.click(await button('Start maintenance…'));
    await screen.findByRole('dialog');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('still says what became of a declaration whose dialog was closed', async () => {
    let refuse = (_: Error) => {};
    const user = show({
      ...backend(),
      startMaintenance: () =>
        new Promise((_, reject) => {
          refuse = reject;
        }),
    });
    await user.click(await button('Start maintenance…'));
    await user.click(await button('Start'));
    await user.keyboard('{Escape}');
    refuse(new TypeError('Failed to fetch'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Failed to fetch',
    );
  });

  it('says why it could not be ended', async () => {
    const user = show({
      ...backend(maintenance()),
      endMaintenance: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    await user.click(await button('End maintenance'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The maintenance was not endedFailed to fetch',
    );
    expect(await button('End maintenance')).toBeEnabled();
  });

  it('is only shown to whoever may not change it', async () => {
    show(backend(maintenance()), {
      entityRef: OTHERS,
      authorize: AuthorizeResult.DENY,
    });
    expect(await section()).toHaveTextContent(`Maintenance until ${UNTIL}`);
    await expect(screen.findByRole('button')).rejects.toThrow('Unable to find');
  });
});
