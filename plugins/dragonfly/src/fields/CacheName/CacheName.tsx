import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import TextField from '@material-ui/core/TextField';
import { checkCacheName } from 'backstage-plugin-dragonfly-common';
import { useId } from 'react';
import { NameNotice } from './NameNotice';
import { useTakenBy } from './useTakenBy';

/** @public */
export type CacheNameProps = FieldExtensionComponentProps<string>;

/** Form field for the name of a cache; a name that is taken or kept for something else is refused while it is typed. @public */
export function CacheName(props: CacheNameProps) {
  const {
    schema,
    uiSchema,
    idSchema,
    formData,
    required,
    disabled,
    rawErrors,
    onChange,
  } = props;
  const noticeId = useId();
  const refusal = formData
    ? checkCacheName(formData).at(0)?.message
    : undefined;
  const status = useTakenBy(refusal ? undefined : formData);
  const taken = formData !== undefined && status.status === 'taken';
  const description = uiSchema['ui:description'] ?? schema.description;
  return (
    <>
      <TextField
        fullWidth
        id={idSchema?.$id}
        label={schema.title ?? 'Name'}
        value={formData ?? ''}
        required={required}
        disabled={disabled}
        error={Boolean(refusal) || taken || rawErrors?.length > 0}
        inputProps={{
          'aria-describedby': noticeId,
          autoCapitalize: 'none',
          autoComplete: 'off',
          spellCheck: false,
        }}
        onChange={({ target }) => onChange(target.value || undefined)}
      />
      <NameNotice
        id={noticeId}
        name={formData}
        refusal={refusal}
        status={status}
        help={description}
      />
    </>
  );
}
