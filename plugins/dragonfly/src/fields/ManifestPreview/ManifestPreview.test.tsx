import { screen, within } from '@testing-library/react';
import { adrDocument } from '../../__fixtures__/adrDocument';
import { answers } from '../__testUtils__/answers';
import { renderWizard } from '../__testUtils__/renderWizard';

const page = { pages: ['Preview'], values: answers };
const files = () => screen.findByRole('tablist', { name: 'Files' });

describe('DragonflyManifestPreview', () => {
  it('shows every file, and opens one after the other by keyboard', async () => {
    const { user } = await renderWizard(page);
    const list = within(await files());
    const paths = list.getAllByRole('tab').map(tab => tab.textContent);
    expect(paths).toEqual(
      expect.arrayContaining([
        'README.md',
        'base/stateful-set.yaml',
        'overlays/region2/role-config-map.yaml',
      ]),
    );
    const readme = list.getByRole('tab', { name: 'README.md' });
    expect(readme).toHaveAttribute('aria-selected', 'true');
    expect(
      screen.getByRole('tabpanel', { name: 'README.md' }),
    ).toHaveTextContent('# Cache sessions');

    readme.focus();
    await user.keyboard('{ArrowDown}');
    const second = list.getByRole('tab', { selected: true });
    expect(second).toHaveTextContent(String(paths[1]));
    expect(second).toHaveFocus();
    await user.keyboard('{End}{ArrowUp}');
    expect(list.getByRole('tab', { selected: true })).toHaveTextContent(
      String(paths[paths.length - 2]),
    );
  });

  it('numbers the lines and copies the text', async () => {
    const { user } = await renderWizard(page);
    await user.click(
      within(await files()).getByRole('tab', {
        name: 'base/stateful-set.yaml',
      }),
    );
    const content = screen.getByRole('tabpanel', {
      name: 'base/stateful-set.yaml',
    });
    const [numbers, text] = [...content.querySelectorAll('pre')].map(element =>
      String(element.textContent),
    );
    expect(numbers.split('\n')).toHaveLength(text.split('\n').length);
    expect(text).toContain('kind: StatefulSet');

    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(
      screen.getByRole('button', { name: 'Copy base/stateful-set.yaml' }),
    );
    expect(
      await screen.findByRole('button', { name: /Copy base/ }),
    ).toHaveTextContent('Copied');
    expect(writeText).toHaveBeenCalledWith(`${text}\n`);
  });

  it('lists the differences with the line of the ADR, and the findings', async () => {
    const { user } = await renderWizard(page);
    const tabs = within(
      await screen.findByRole('tablist', { name: 'Preview' }),
    );
    await user.click(
      tabs.getByRole('tab', { name: /^Differences from the ADR \(\d+\)$/ }),
    );
    const differences = screen.getByRole('tabpanel', { name: /Differences/ });
    expect(
      within(differences).getByRole('heading', { name: 'image-pinned' }),
    ).toBeVisible();
    expect(
      within(differences).getAllByRole('link', {
        name: /^from ADR line \d+$/,
      })[0],
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/^https:\/\/github\.com\/.*\?plain=1#L\d+$/),
    );
    await user.click(tabs.getByRole('tab', { name: /^Findings/ }));
    expect(screen.getByRole('tabpanel', { name: /Findings/ })).toBeVisible();
  });

  it('asks to go back when the policy has changed meanwhile', async () => {
    const { user } = await renderWizard({
      ...page,
      policies: [adrDocument({ revision: 'sha256:new' })],
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /policy has changed since the use case was chosen\. Go back/,
    );
    await user.click(await screen.findByRole('button', { name: 'Review' }));
    expect(await screen.findAllByText(/policy has changed/)).not.toHaveLength(
      1,
    );
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it('follows what is typed on the page of another question', async () => {
    const { user } = await renderWizard({ pages: ['Cache'], values: answers });
    const summary = await screen.findByText(/^sessions: .* differences/);
    await user.click(screen.getByRole('button', { name: 'Show preview' }));
    expect(
      await screen.findByRole('tabpanel', { name: 'README.md' }),
    ).toHaveTextContent('# Cache sessions');
    await user.type(await screen.findByRole('textbox', { name: /Name/ }), '2');
    expect(
      screen.getByRole('tabpanel', { name: 'README.md' }),
    ).toHaveTextContent('# Cache sessions2');
    expect(summary).toHaveTextContent(/^sessions2: /);
    expect(screen.getByRole('button', { name: 'Hide preview' })).toBeVisible();
  });

  it('leaves an entry of how long that took', async () => {
    // jsdom has no User Timing.
    const measure = jest.fn();
    Object.assign(performance, { measure });
    const { user } = await renderWizard({ pages: ['Cache'], values: answers });
    await screen.findByRole('button', { name: /Show preview/ });
    expect(measure).not.toHaveBeenCalled();
    await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'ab');
    expect(measure.mock.calls).toEqual([
      [
        'dragonfly-preview',
        { start: expect.any(Number), end: expect.any(Number) },
      ],
      [
        'dragonfly-preview',
        { start: expect.any(Number), end: expect.any(Number) },
      ],
    ]);
    Reflect.deleteProperty(performance, 'measure');
  });
});
