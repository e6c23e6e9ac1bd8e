import type { PersonOnDay } from '../common/directory';
import type { Language } from '../common/language';

/** Names to choose from, in the alphabet's order. */
export function nameOptions(people: PersonOnDay[], language: Language): [string, string][] {
  return people
    .map(({ id, name }): [string, string] => [id, name])
    .sort(([, one], [, other]) => one.localeCompare(other, language));
}
