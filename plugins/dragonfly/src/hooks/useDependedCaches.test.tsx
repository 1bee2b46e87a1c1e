import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderHook, waitFor } from '@testing-library/react';
import { PropsWithChildren } from 'react';
import {
  cacheEntity,
  databaseEntity,
  serviceEntity,
} from '../__fixtures__/entities';
import { useDependedCaches } from './useDependedCaches';

const entities = [cacheEntity('sessions'), databaseEntity('orders')];

function renderUseDependedCaches(entity: Entity) {
  return renderHook(() => useDependedCaches(entity), {
    wrapper: (props: PropsWithChildren) => (
      <TestApiProvider apis={[catalogApiMock({ entities })]}>
        {props.children}
      </TestApiProvider>
    ),
  });
}

describe('useDependedCaches', () => {
  it.each`
    dependencies                                                   | caches
    ${[]}                                                          | ${[]}
    ${['resource:default/orders']}                                 | ${[]}
    ${['component:default/sessions']}                              | ${[]}
    ${['resource:default/sessions', 'resource:default/orders']}    | ${['resource:default/sessions']}
    ${['resource:default/sessions', 'resource:default/no-entity']} | ${['resource:default/sessions']}
  `('finds $caches among $dependencies', async ({ dependencies, caches }) => {
    const { result } = renderUseDependedCaches(serviceEntity(...dependencies));
    await waitFor(() => expect(result.current.status).toBe('loaded'));
    const found =
      result.current.status === 'loaded'
        ? result.current.data.map(entity => stringifyEntityRef(entity))
        : undefined;
    expect(found).toEqual(caches);
  });
});
