import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { at, type Schema } from './api';
import { type Desk, hasRole, useDesk } from './desk';
import type { Problem } from './http';
import type { Language } from './language';
import { LoadedView } from './loaded-view';
import { loadPages } from './paged';

export type Unit = Schema<'Unit'>;
export type PersonOnDay = Schema<'PersonOnDay'>;
/** A text of official papers: they have no English. */
export type OfficialTitle = Schema<'OfficialTitle'>;

/** The units and people of a body as the reader may see them. */
export interface Directory {
  units: Unit[];
  people: PersonOnDay[];
  /** Whether these are all of the body, and not only the reader's own people. */
  whole: boolean;
  person: (id: string) => PersonOnDay | undefined;
  /** The name of a person; the id of one who is not known. */
  nameOf: (id: string) => string;
  unitName: (id: string, language: Language) => string;
  positionOf: (person: PersonOnDay, language: Language) => string;
}

/** Official papers are in Kazakh and Russian; who reads English is shown the Russian text. */
export function official(title: OfficialTitle, language: Language): string {
  return language === 'kk' ? title.kk : title.ru;
}

export function directoryOf(units: Unit[], people: PersonOnDay[], whole: boolean): Directory {
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const personById = new Map(people.map((person) => [person.id, person]));
  return {
    units,
    people,
    whole,
    person: (id) => personById.get(id.trim()),
    nameOf: (id) => personById.get(id)?.name ?? id,
    unitName: (id, language) => {
      const unit = unitById.get(id);
      return unit === undefined ? id : official(unit.name, language);
    },
    positionOf: ({ position }, language) => (position === undefined ? '' : official(position, language)),
  };
}

const DirectoryContext = createContext<Directory>(directoryOf([], [], false));

/** The directory within [WithDirectory]; an empty one elsewhere. */
export function useDirectory(): Directory {
  return useContext(DirectoryContext);
}

type Held =
  | { at: 'loading' }
  | { at: 'here'; value: Directory }
  | { at: 'unreachable' }
  | { at: 'refused'; problem: Problem };

/** Loads the directory of the reader's body, as it stands on a day, for everything within. */
export function WithDirectory({ on, children }: { on?: string; children: ComponentChildren }) {
  const desk = useDesk();
  const [held, setHeld] = useState<Held>({ at: 'loading' });
  const [round, setRound] = useState(0);
  const { body } = desk.claims;
  useEffect(() => {
    let current = true;
    void load(desk, body, on).then((loaded) => current && setHeld(loaded));
    return () => {
      current = false;
    };
  }, [body, on, round]);
  return (
    <LoadedView loaded={held} again={() => setRound(round + 1)}>
      {(directory) => <DirectoryContext.Provider value={directory}>{children}</DirectoryContext.Provider>}
    </LoadedView>
  );
}

const PAGE = 1000;

async function load(desk: Desk, body: string | undefined, on: string | undefined): Promise<Held> {
  if (body === undefined) {
    return { at: 'here', value: directoryOf([], [], false) };
  }
  const whole = hasRole(desk, 'hr') || hasRole(desk, 'head');
  const reads = whole || hasRole(desk, 'assessor');
  const units = await desk.api(at('/bodies/{body}/units', { body }));
  if (units.kind !== 'answered') {
    return units.kind === 'refused' ? { at: 'refused', problem: units.problem } : { at: 'unreachable' };
  }
  if (!reads) {
    return { at: 'here', value: directoryOf(units.body.units, [], false) };
  }
  const { rows, trouble } = await loadPages<PersonOnDay>(
    async (cursor) => {
      const reply = await desk.api(at('/bodies/{body}/employees', { body, on, cursor, limit: PAGE }));
      return reply.kind === 'answered'
        ? { ...reply, body: { rows: reply.body.employees, next: reply.body.next } }
        : reply;
    },
    undefined,
    true,
  );
  if (trouble === null) {
    return { at: 'here', value: directoryOf(units.body.units, rows, whole) };
  }
  return trouble === 'unreachable' ? { at: 'unreachable' } : { at: 'refused', problem: trouble };
}
