import { mockServices } from '@backstage/backend-test-utils';
import { BestEffort } from './BestEffort';
import { Database } from './Database';

describe('BestEffort', () => {
  const logger = mockServices.logger.mock();
  const knex = jest.fn();
  let effort: BestEffort;

  beforeEach(() => {
    jest.clearAllMocks();
    effort = BestEffort.create({
      database: Database.create({
        database: mockServices.database.mock({
          getClient: () => Promise.reject(new Error('connection refused')),
        }),
      }),
      logger,
      failure: 'Cannot read what is known',
    });
  });

  it('logs once why there is nothing, and does not throw', async () => {
    expect(await effort.attempt(knex)).toBeUndefined();
    expect(await effort.attempt(knex)).toBeUndefined();

    expect(knex).not.toHaveBeenCalled();
    expect(logger.error.mock.calls).toEqual([
      ['Cannot read what is known: connection refused'],
    ]);
  });
});
