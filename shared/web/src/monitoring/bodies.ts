import { at } from '../common/api';
import { useLoaded } from '../common/desk';
import { useLanguage } from '../common/language';
import type { StateBody } from './api';

export interface Bodies {
  all: StateBody[];
  /** The name of a body; its id where it is not known. */
  nameOf: (id: string) => string;
  /** To choose from, in the alphabet's order. */
  options: [string, string][];
}

/** The state bodies; none until they have come. */
export function useBodies(): Bodies {
  const language = useLanguage();
  const [loaded] = useLoaded(at('/bodies'));
  const all = loaded.at === 'here' ? loaded.value.bodies : [];
  return {
    all,
    nameOf: (id) => all.find((body) => body.id === id)?.name[language] ?? id,
    options: all
      .map(({ id, name }): [string, string] => [id, name[language]])
      .sort(([, one], [, other]) => one.localeCompare(other, language)),
  };
}
