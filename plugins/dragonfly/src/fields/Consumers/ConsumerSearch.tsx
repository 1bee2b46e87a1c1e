import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { Ref, useState } from 'react';
import { useComponentSearch } from './useComponentSearch';

interface ConsumerSearchProps {
  id: string | undefined;
  label: string;
  /** References that are in the list already. */
  chosen: string[];
  disabled?: boolean;
  inputRef: Ref<HTMLInputElement>;
  onAdd: (component: Entity) => void;
}

/** Finds components of the catalog and adds them one by one. */
export function ConsumerSearch(props: ConsumerSearchProps) {
  const { id, label, chosen, disabled, inputRef, onAdd } = props;
  const [text, setText] = useState('');
  const found = useComponentSearch(text);
  const components = found.status === 'loaded' ? found.data : [];
  return (
    <Autocomplete
      id={id}
      disabled={disabled}
      // Always empty: what is chosen goes to the list below.
      value={null}
      autoHighlight
      clearOnBlur
      inputValue={text}
      options={components.filter(
        component => !chosen.includes(stringifyEntityRef(component)),
      )}
      // The catalog has filtered them already.
      filterOptions={options => options}
      getOptionLabel={labelOf}
      getOptionSelected={(option, value) =>
        stringifyEntityRef(option) === stringifyEntityRef(value)
      }
      loading={found.status === 'loading'}
      noOptionsText={
        found.status === 'failed'
          ? `Could not search the catalog: ${found.failure.message}`
          : 'No other component of this name'
      }
      onKeyDown={event => {
        // Enter chooses; without an option it would send the page of the wizard off.
        if (event.key === 'Enter') {
          event.preventDefault();
        }
      }}
      onInputChange={(_, typed, reason) =>
        setText(reason === 'input' ? typed : '')
      }
      onChange={(_, component) => {
        if (component) {
          onAdd(component);
        }
      }}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          inputRef={inputRef}
          helperText="Type a name, and choose with the arrow keys and Enter."
        />
      )}
    />
  );
}

function labelOf(component: Entity): string {
  const ref = humanizeEntityRef(component, { defaultKind: 'component' });
  const { title } = component.metadata;
  return title ? `${title} (${ref})` : ref;
}
