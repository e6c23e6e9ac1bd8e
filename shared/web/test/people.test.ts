import { describe, expect, test } from 'vitest';
import { directoryOf, type PersonOnDay, type Unit } from '../src/common/directory';
import { branchesOf, counted } from '../src/people/tree';
import { type Employee, entryOf, fieldOf, heldOn, NOBODY, typedOf } from '../src/people/typed-person';

const PERSON: Employee = {
  id: 'emp-1',
  name: 'Әли Болат Сәкенұлы',
  names: { last: 'Әли', first: 'Болат', patronymic: 'Сәкенұлы' },
  email: 'a@example.kz',
  week: '6x1',
  appointments: [
    {
      unit: 'top',
      position: { kk: 'Сарапшы', ru: 'Эксперт' },
      category: 'D-5',
      leading: false,
      unitHead: false,
      firstHead: false,
      apparatusHead: false,
      manager: 'boss',
      kind: 'APPOINTED',
      from: '2025-02-01',
      to: '2026-03-01',
      end: 'MOVED_WITHIN',
    },
    {
      unit: 'law',
      position: { kk: 'Басшы', ru: 'Руководитель' },
      leading: true,
      unitHead: true,
      firstHead: false,
      apparatusHead: false,
      kind: 'ELECTED',
      from: '2026-03-02',
    },
  ],
  absences: [{ kind: 'SICK', from: '2026-03-05', to: '2026-03-06' }],
  secondments: [{ to: 'akimat', from: '2026-04-01' }],
  version: 3,
};

describe('a person', () => {
  test('that is sent as it was loaded changes nothing', () => {
    const { id: _, name: __, ...stands } = PERSON;
    expect(entryOf(typedOf(PERSON), 3)).toEqual(stands);
  });

  test('whose name in one line is another keeps it beside its parts', () => {
    const typed = typedOf({ ...PERSON, name: 'Болат мырза' });
    expect(typed.name).toBe('Болат мырза');
    expect(entryOf(typed, 3)).toMatchObject({ name: 'Болат мырза', names: { last: 'Әли' } });
  });

  test('with a name only has no parts', () => {
    const { names: _, ...nameOnly } = PERSON;
    expect(entryOf(typedOf(nameOnly), undefined)).not.toHaveProperty('names');
    expect(entryOf(typedOf(nameOnly), undefined)).not.toHaveProperty('version');
  });

  test('that is new sends what was filled in, and says what was not by leaving it out', () => {
    const entry = entryOf({ ...NOBODY, id: 'emp-2', last: ' Ким ', first: 'Анна' }, undefined);
    expect(entry).toEqual({
      names: { last: 'Ким', first: 'Анна' },
      week: '5x2',
      appointments: [
        {
          unit: '',
          position: { kk: '', ru: '' },
          leading: false,
          unitHead: false,
          firstHead: false,
          apparatusHead: false,
          kind: 'APPOINTED',
          from: '',
        },
      ],
      absences: [],
      secondments: [],
    });
  });

  test('holds the appointment of the day, on its first and its last day', () => {
    expect(heldOn(PERSON, '2025-01-31')).toBeUndefined();
    expect(heldOn(PERSON, '2025-02-01')?.unit).toBe('top');
    expect(heldOn(PERSON, '2026-03-01')?.unit).toBe('top');
    expect(heldOn(PERSON, '2026-03-02')?.unit).toBe('law');
  });

  test.each([
    ['/employee', 'id'],
    ['/week', 'week'],
    ['/names/last', 'last'],
    ['/appointments', 'appointments'],
    ['/appointments/1', 'appointments-1'],
    ['/appointments/1/unit', 'appointments-1-unit'],
    ['/appointments/0/position/kk', 'appointments-0-kk'],
    ['/appointments/0/position', 'appointments-0-ru'],
    ['/appointments/0/unitHead', 'appointments-0-flags'],
    ['/absences/2/to', 'absences-2-to'],
    ['/secondments/0/until', 'secondments-0-until'],
    ['', undefined],
  ])('a complaint at %s is mended at %s', (pointer, field) => {
    expect(fieldOf(pointer)).toBe(field);
  });
});

const unit = (id: string, parent?: string): Unit => ({
  id,
  name: { kk: `${id} бөлімі`, ru: `Отдел ${id}` },
  ...(parent !== undefined && { parent }),
  version: 1,
});
const person = (id: string, unitId: string, more: Partial<PersonOnDay> = {}): PersonOnDay => ({
  id,
  name: `Name ${id}`,
  week: '5x2',
  unit: unitId,
  from: '2026-01-01',
  ...more,
});

describe('the units of a body', () => {
  const units = [unit('top'), unit('law', 'top'), unit('it', 'top'), unit('lost', 'gone')];
  const people = [
    person('a', 'top'),
    person('b', 'law', { unitHead: true }),
    person('c', 'law'),
    person('d', 'elsewhere'),
  ];

  test('stand under the unit above; one whose unit above is not known stands at the top', () => {
    const branches = branchesOf(units, people);
    expect(branches.map(({ unit: { id } }) => id)).toEqual(['top', 'lost']);
    expect(branches[0]!.under.map(({ unit: { id } }) => id)).toEqual(['law', 'it']);
    expect(branches[0]!.under[0]!.head?.id).toBe('b');
    expect(branches[0]!.head).toBeUndefined();
  });

  test('count their own people with those below, each once', () => {
    expect(branchesOf(units, people).map(counted)).toEqual([3, 0]);
  });

  test('and its people are called by name, and by their id where they are not known', () => {
    const directory = directoryOf(units, people, true);
    expect(directory.nameOf('b')).toBe('Name b');
    expect(directory.nameOf('nobody')).toBe('nobody');
    expect(directory.unitName('law', 'kk')).toBe('law бөлімі');
    expect(directory.unitName('law', 'en')).toBe('Отдел law');
    expect(directory.unitName('nowhere', 'ru')).toBe('nowhere');
  });
});
