import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { loadPolicy } from '../loadPolicy';
import { refusalsOf } from '../refusalsOf';
import { ConsumerValue } from '../types';
import { errorOfConsumer } from './errorOfConsumer';
import { ConsumersOptions } from './schema';

/** Fields of the request that this form field answers. */
export const CONSUMER_FIELDS = ['consumers'];

/** Holds the wizard until the generator can make something of every consumer. @public */
export const consumersValidation: CustomFieldValidator<
  ConsumerValue[],
  ConsumersOptions
> = async (value, field, { apiHolder, formData, uiSchema }) => {
  const document = await loadPolicy(apiHolder);
  const refusals = refusalsOf(
    formData,
    CONSUMER_FIELDS,
    document,
    uiSchema?.['ui:options']?.parameters,
  );
  const errors = [
    ...(value ?? []).flatMap(
      (consumer, index) => errorOfConsumer(consumer, index, refusals) ?? [],
    ),
    ...refusals.map(({ message }) => message),
  ];
  for (const error of new Set(errors)) {
    field.addError(error);
  }
};
