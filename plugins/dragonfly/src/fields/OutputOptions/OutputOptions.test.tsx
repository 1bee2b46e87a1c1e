import { screen, within } from '@testing-library/react';
import { adrDocument } from '../../__fixtures__/adrDocument';
import { answers, independentAnswers } from '../__testUtils__/answers';
import { renderWizard } from '../__testUtils__/renderWizard';

const pages = ['Output'];
const group = (name: string) => screen.findByRole('radiogroup', { name });
const review = () => screen.findByRole('button', { name: 'Review' });

/** A platform with everything there is. */
function richDocument() {
  const document = adrDocument();
  const { settings } = document;
  return {
    ...document,
    settings: {
      ...settings,
      regions: settings.regions.map(region => ({
        ...region,
        cluster: { name: region.name },
        secretStore: {
          kind: 'ClusterSecretStore' as const,
          name: 'vault',
          path: 'caches/{{cache}}',
        },
      })),
      issuer: { kind: 'ClusterIssuer' as const, name: 'internal' },
      argoCd: { namespace: 'argocd', project: 'caches', revision: 'main' },
    },
  };
}

describe('DragonflyOutputOptions', () => {
  it('says why the operator cannot make a replicated cache', async () => {
    await renderWizard({ pages, values: answers });
    const operator = within(await group('What makes the servers')).getByRole(
      'radio',
      { name: 'The Dragonfly operator' },
    );
    expect(operator).toBeDisabled();
    expect(operator).toHaveAccessibleDescription(
      /Cannot be chosen\. Expected: "kustomize", because the cache is replicated.*REPLICAOF NO ONE/,
    );
  });

  it('says what the platform lacks, and has the rest as its default', async () => {
    await renderWizard({ pages, values: answers });
    for (const [name, lacking, inForce] of [
      [
        'Where the passwords come from',
        'External Secrets',
        'A Secret of your own (default)',
      ],
      [
        'Encryption',
        'TLS for clients and replication',
        'No encryption (default)',
      ],
      [
        'Deployment',
        'An Argo CD ApplicationSet',
        'No ApplicationSet (default)',
      ],
    ]) {
      const choices = within(await group(name));
      expect(choices.getByRole('radio', { name: lacking })).toBeDisabled();
      expect(choices.getByRole('radio', { name: inForce })).toBeChecked();
    }
  });

  it('takes the platform’s defaults without keeping them in the form', async () => {
    const { user, onCreate } = await renderWizard({
      pages,
      values: answers,
      policies: [richDocument()],
    });
    expect(
      within(await group('Encryption')).getByRole('radio', { name: /^TLS/ }),
    ).toBeChecked();
    await user.click(await review());
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    expect(onCreate).toHaveBeenCalledWith(answers);
  });

  it('keeps what somebody chooses, by keyboard too', async () => {
    const { user, onCreate } = await renderWizard({
      pages,
      values: independentAnswers,
      policies: [richDocument()],
    });
    const operator = within(await group('What makes the servers')).getByRole(
      'radio',
      { name: 'The Dragonfly operator' },
    );
    operator.focus();
    await user.keyboard(' ');
    await user.click(
      within(await group('Encryption')).getByRole('radio', {
        name: 'No encryption',
      }),
    );
    await user.click(await review());
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    expect(onCreate).toHaveBeenCalledWith({
      ...independentAnswers,
      output: { flavour: 'operator', tls: false },
    });
  });

  it('holds a choice that another answer has made impossible', async () => {
    const { user } = await renderWizard({
      pages,
      values: { ...answers, output: { flavour: 'operator' } },
    });
    await group('What makes the servers');
    await user.click(await review());
    expect(
      await screen.findAllByText(/Field "flavour" is "operator"/),
    ).not.toHaveLength(0);
  });
});
