import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLive } from '../../hooks/useLive';
import { useDebounced } from '../useDebounced';
import { findTakenBy, NameHolder } from './findTakenBy';

/** Long enough that a name typed at normal speed costs one or two look-ups. */
const DEBOUNCE_MS = 250;

/** What is known about whether a name is free. */
export type NameStatus =
  | { status: 'checking' }
  | { status: 'free' }
  | { status: 'taken'; holder: NameHolder }
  | { status: 'unknown'; reason: string };

/** Looks a name up in the catalog while it is typed. Nothing is asked while the name is absent. */
export function useTakenBy(name: string | undefined): NameStatus {
  const catalogApi = useApi(catalogApiRef);
  const asked = useDebounced(name, DEBOUNCE_MS);
  const answer = useLive({
    api: catalogApi,
    key: ['cache-name', asked],
    fetch: async () => ({
      holder: asked ? await findTakenBy(asked, catalogApi) : undefined,
    }),
  });
  if (name !== asked) {
    return { status: 'checking' };
  }
  switch (answer.status) {
    case 'loading':
      return { status: 'checking' };
    case 'failed':
      return { status: 'unknown', reason: answer.failure.message };
    case 'loaded':
      return answer.data.holder
        ? { status: 'taken', holder: answer.data.holder }
        : { status: 'free' };
    default:
      return answer satisfies never;
  }
}
