/** A role with its article, for sentences. */
export function describeNodeRole(role: 'primary' | 'replica'): string {
  return role === 'primary' ? 'the primary' : 'a replica';
}
