import { screen, within } from '@testing-library/react';
import { answers, independentAnswers } from '../__testUtils__/answers';
import { renderWizard } from '../__testUtils__/renderWizard';

const pages = ['Sizing'];
const result = () =>
  screen.findByRole('status', { name: 'What the cache needs' });
const review = () => screen.findByRole('button', { name: 'Review' });
const create = () => screen.findByRole('button', { name: 'Create' });

describe('DragonflySizing', () => {
  it('takes the size of the policy unless somebody answers', async () => {
    const { user, onCreate } = await renderWizard({ pages, values: answers });
    expect(
      await screen.findByRole('radio', {
        name: /The size of the policy: 2 GiB \(from ADR line \d+\)/,
      }),
    ).toBeChecked();
    await user.click(await review());
    await user.click(await create());
    expect(onCreate).toHaveBeenCalledWith(answers);
  });

  it('computes the size while the answers are typed, and shows how', async () => {
    const { user, onCreate } = await renderWizard({ pages, values: answers });
    await user.click(
      await screen.findByRole('radio', { name: /from a few answers/ }),
    );
    expect(await result()).toHaveTextContent('Answer every question');
    await user.type(screen.getByLabelText(/Data at its peak/), '3Gi');
    await user.type(screen.getByLabelText(/Writes per second/), '400');
    await user.type(screen.getByLabelText(/Longest cut/), '60');
    await user.type(screen.getByLabelText(/Round-trip time/), '25');
    const needs = within(await result());
    expect(needs.getByText('Memory').nextSibling).toHaveTextContent(/ GiB$/);
    expect(needs.getByText('Backlog').nextSibling).toHaveTextContent(
      /--shard_repl_backlog_len=\d+, which covers a cut of \d+ s/,
    );
    expect(needs.getByText('How this is computed')).toBeVisible();
    expect(needs.getAllByRole('listitem').length).toBeGreaterThan(3);

    await user.click(await review());
    await user.click(await create());
    expect(onCreate).toHaveBeenCalledWith({
      ...answers,
      sizing: {
        by: 'answers',
        data: '3Gi',
        writesPerSecond: 400,
        toleratedCutSeconds: 60,
        roundTripMilliseconds: 25,
      },
    });
  });

  it('refuses the impossible and offers the nearest that is possible', async () => {
    const { user } = await renderWizard({
      pages,
      values: {
        ...answers,
        sizing: {
          by: 'answers',
          data: '1Gi',
          writesPerSecond: 9_000_000,
          toleratedCutSeconds: 86_400,
          roundTripMilliseconds: 20,
        },
      },
    });
    expect(await result()).toHaveTextContent('Nearest that is possible: ');
    await user.click(await review());
    expect(await screen.findByRole('button', { name: 'Review' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();

    await user.click(
      screen.getByRole('button', { name: 'Take the nearest possible answers' }),
    );
    expect(within(await result()).getByText('Memory')).toBeVisible();
    await user.click(await review());
    expect(await create()).toBeEnabled();
  });

  it('asks nothing about a cut where nothing is replicated', async () => {
    const { user, onCreate } = await renderWizard({
      pages,
      values: independentAnswers,
    });
    await user.click(
      await screen.findByRole('radio', { name: /from a few answers/ }),
    );
    expect(screen.queryByLabelText(/Longest cut/)).toBeNull();
    await user.type(screen.getByLabelText(/Data at its peak/), '1Gi');
    await user.type(screen.getByLabelText(/Writes per second/), '10');
    expect(within(await result()).queryByText('Backlog')).toBeNull();
    await user.click(await review());
    await user.click(await create());
    expect(onCreate).toHaveBeenCalledWith(
      expect.objectContaining({
        sizing: {
          by: 'answers',
          data: '1Gi',
          writesPerSecond: 10,
          toleratedCutSeconds: 0,
          roundTripMilliseconds: 0,
        },
      }),
    );
  });

  it('takes numbers from somebody who knows them, and refuses wrong ones', async () => {
    const { user, onCreate } = await renderWizard({ pages, values: answers });
    await user.click(
      await screen.findByRole('radio', { name: 'I know the numbers' }),
    );
    await user.click(await review());
    expect(
      await screen.findAllByText(/State the memory or the threads/),
    ).not.toHaveLength(0);

    await user.type(screen.getByLabelText(/^Memory/), 'much');
    expect(
      screen.getByText(/^Expected a number with a unit and without a space/),
    ).toBeVisible();
    await user.clear(screen.getByLabelText(/^Memory/));
    await user.type(screen.getByLabelText(/^Memory/), '1Gi');
    await user.type(screen.getByLabelText(/^Threads/), '8');
    expect(
      await screen.findAllByText(/Field "threads" is 8; expected at most 4/),
    ).not.toHaveLength(0);
    await user.clear(screen.getByLabelText(/^Threads/));
    await user.type(screen.getByLabelText(/^Threads/), '4');
    await user.click(await review());
    await user.click(await create());
    expect(onCreate).toHaveBeenCalledWith({
      ...answers,
      sizing: { by: 'numbers', memory: '1Gi', threads: 4 },
    });
  });
});
