import { fieldErrors } from './fieldErrors';

const name = {
  field: 'name',
  value: 'My Cache',
  expected: 'a DNS label',
  message: 'Field "name" is "My Cache"; expected a DNS label.',
};

describe('fieldErrors', () => {
  it('lists every field', () => {
    const error = fieldErrors([
      name,
      { ...name, field: 'memory', message: 'Field "memory" is "2 GB".' },
    ]);

    expect(error.name).toBe('InputError');
    expect(error.message).toBe(
      'Nothing was generated, 2 fields need a correction:\n- Field "name" is "My Cache"; expected a DNS label.\n- Field "memory" is "2 GB".',
    );
  });

  it('speaks of one field in the singular', () => {
    expect(fieldErrors([name]).message).toMatch(/1 field needs a correction/);
  });
});
