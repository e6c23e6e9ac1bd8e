import type { PersonOnDay, Unit } from '../common/directory';

/** A unit with its people of a day, and the units under it. */
export interface Branch {
  unit: Unit;
  head: PersonOnDay | undefined;
  people: PersonOnDay[];
  under: Branch[];
}

/** The units as a tree; one whose unit above is not known stands at the top, so that nothing is left out. */
export function branchesOf(units: Unit[], people: PersonOnDay[]): Branch[] {
  const known = new Set(units.map(({ id }) => id));
  const branch = (unit: Unit): Branch => {
    const own = people.filter((person) => person.unit === unit.id);
    return {
      unit,
      head: own.find(({ unitHead }) => unitHead === true),
      people: own,
      under: units.filter(({ parent }) => parent === unit.id).map(branch),
    };
  };
  return units.filter(({ parent }) => parent === undefined || !known.has(parent)).map(branch);
}

/** How many people a unit has with all units under it. */
export function counted({ people, under }: Branch): number {
  return under.reduce((sum, branch) => sum + counted(branch), people.length);
}
