import { Entity } from '@backstage/catalog-model';
import { getComponentData } from '@backstage/core-plugin-api';
import { renderInTestApp as renderInNewApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  FieldExtensionOptions,
  SecretsContextProvider,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import {
  renderInTestApp as renderInOldApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { JsonObject } from '@backstage/types';
import { configure } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PolicyDocument } from 'backstage-plugin-dragonfly-common';
import { adrDocument } from '../../__fixtures__/adrDocument';
import { dragonflyApi } from '../../__fixtures__/dragonflyApi';
import * as legacyFields from '../../legacyExtensions/fieldExtensions';
import { templatePages } from './templatePages';

// A whole wizard in jsdom takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(120_000);

/** The fields as the old frontend system finds them among the children of its page. */
const fields = Object.values(legacyFields).map(Field => {
  const options = getComponentData<FieldExtensionOptions>(
    <Field />,
    'scaffolder.extensions.field.v1',
  );
  if (!options) {
    throw new Error('Found an extension that is no form field');
  }
  return options;
});

interface RenderWizardOptions {
  /** Which of the frontend systems the wizard runs in. */
  system?: 'new' | 'old';
  /** Titles of the template's pages; all of them when absent. */
  pages?: string[];
  /** What the form holds already. */
  values?: JsonObject;
  entities?: Entity[];
  /** Answers the questions about the policy, one after the other; the last one stays. */
  policies?: [PolicyDocument, ...PolicyDocument[]];
}

/** The scaffolder's own stepper with pages of the template that the portal ships. */
export async function renderWizard(options: RenderWizardOptions = {}) {
  const { system = 'new', pages = [], values = {}, entities = [] } = options;
  const policies = [...(options.policies ?? [adrDocument()])];
  const onCreate = jest.fn(async () => {});
  const [ref, implementation] = dragonflyApi({
    getPolicy: async () =>
      (policies.length > 1 ? policies.shift() : policies[0]) ?? adrDocument(),
  });
  const catalogApi = catalogApiMock({ entities });
  const wizard = (
    <SecretsContextProvider>
      <Stepper
        manifest={templatePages(...pages)}
        extensions={fields}
        initialState={Object.fromEntries(
          Object.entries(values).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, value]],
          ),
        )}
        onCreate={onCreate}
      />
    </SecretsContextProvider>
  );
  if (system === 'new') {
    renderInNewApp(wizard, {
      apis: [
        [ref, implementation],
        [catalogApiRef, catalogApi],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
  } else {
    await renderInOldApp(
      <TestApiProvider
        apis={[
          [ref, implementation],
          [catalogApiRef, catalogApi],
        ]}
      >
        {wizard}
      </TestApiProvider>,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    );
  }
  return { onCreate, user: userEvent.setup() };
}
