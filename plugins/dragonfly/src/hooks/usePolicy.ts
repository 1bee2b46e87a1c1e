import { useApi } from '@backstage/core-plugin-api';
import { PolicyDocument } from 'backstage-plugin-dragonfly-common';
import { dragonflyApiRef } from '../api';
import { LiveData } from './types';
import { useLive } from './useLive';

/** The caching policy in force, fetched when the first component that shows it appears. @public */
export function usePolicy(): LiveData<PolicyDocument> {
  const api = useApi(dragonflyApiRef);
  return useLive({
    api,
    key: ['policy'],
    fetch: signal => api.getPolicy({ signal }),
  });
}
