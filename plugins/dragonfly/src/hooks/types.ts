import { LoadFailure } from '../api';

/** Something that is fetched, and fetched again, by the hook that returns it. @public */
export type LiveData<T> =
  | { status: 'loading' }
  | { status: 'failed'; failure: LoadFailure; retry: () => void }
  | {
      status: 'loaded';
      data: T;
      /** When `data` arrived, Unix milliseconds by the browser's clock. */
      receivedAt: number;
      /** Interval at which it is fetched again, in milliseconds; absent when it is not. */
      intervalMs?: number;
      /** Set when the last attempt to refresh `data` failed. */
      refreshFailure?: LoadFailure;
    };

/** @public */
export interface LiveOptions {
  /** How often to ask again while the page is visible, in milliseconds. */
  intervalMs?: number;
}
