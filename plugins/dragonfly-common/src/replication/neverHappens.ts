/**
 * The default of a switch that covers every case: a new case does not compile until each switch says what it does.
 *
 * @throws Error when a value arrives that the types do not know
 */
export function neverHappens(value: never): never {
  throw new Error(`Found an unknown case: ${JSON.stringify(value)}`);
}
