import type { ComponentChildren } from 'preact';
import { at } from '../common/api';
import { decimalMark } from '../common/decimals';
import { type Loaded, useLoaded } from '../common/desk';
import type { Language } from '../common/language';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import type { Criterion, Direction, FactType, Indicator, Methodology, Setting } from './api';

/** A methodology, and the reader's words for everything in it. */
export class Words {
  private readonly facts: Map<string, FactType>;
  private readonly indicators: Map<string, Indicator>;
  private readonly criteria: Map<string, Criterion>;
  private readonly directions: Map<string, Direction>;
  private readonly settings: Map<string, Setting>;

  constructor(
    readonly methodology: Methodology,
    private readonly language: Language,
  ) {
    const { facts, directions, settings } = methodology;
    this.facts = new Map(facts.map((fact) => [fact.name, fact]));
    this.indicators = new Map(directions.flatMap((direction) => direction.indicators).map((each) => [each.id, each]));
    this.criteria = new Map(directions.flatMap((direction) => direction.criteria).map((each) => [each.id, each]));
    this.directions = new Map(directions.map((each) => [each.id, each]));
    this.settings = new Map(settings.map((each) => [each.id, each]));
  }

  fact(name: string): FactType | undefined {
    return this.facts.get(name);
  }

  indicator(id: string): Indicator | undefined {
    return this.indicators.get(id);
  }

  setting(id: string): Setting | undefined {
    return this.settings.get(id);
  }

  /** What a fact, an indicator, a criterion, a direction or a setting is called; its own name where the methodology has none for it. */
  name(id: string): string {
    const label =
      this.facts.get(id)?.label ??
      (this.indicators.get(id) ?? this.criteria.get(id) ?? this.directions.get(id))?.name ??
      this.settings.get(id)?.about;
    return label?.[this.language] ?? id;
  }

  /** A working with the names of facts in it put in words. */
  inWords(working: string): string {
    return decimalMark(
      working.replace(/\b[a-z]+\.[a-z0-9_]+/g, (name) => (this.facts.has(name) ? `«${this.name(name)}»` : name)),
      this.language,
    );
  }

  reading(setting: string, value: string): string {
    return this.settings.get(setting)?.readings[value]?.[this.language] ?? value;
  }

  unit(name: string): string {
    return this.facts.get(name)?.unitLabel[this.language] ?? '';
  }
}

/** Shows what needs the methodology of a year. A past year is assessed by the one that was in force on its last day. */
export function WithMethodology({ year, children }: { year: number; children: (words: Words) => ComponentChildren }) {
  const [list, again] = useLoaded(at('/methodologies'));
  return (
    <LoadedView loaded={list} again={again}>
      {({ methodologies }) => {
        const inForce = methodologies.filter(({ citation }) => citation.inForce <= `${year}-12-31`);
        return <ById id={(inForce.at(-1) ?? methodologies[0])?.id ?? ''}>{children}</ById>;
      }}
    </LoadedView>
  );
}

/** Loaded before and the same for everybody in every language, so that going from room to room asks for it once. */
const methodologies = new Map<string, Methodology>();

export function ById({ id, children }: { id: string; children: (words: Words) => ComponentChildren }) {
  const language = useLanguage();
  const known = methodologies.get(id);
  const [asked, again] = useLoaded(
    known === undefined ? at('/methodologies/{methodology}', { methodology: id }) : null,
  );
  const loaded: Loaded<Methodology> = known === undefined ? asked : { at: 'here', value: known };
  return (
    <LoadedView loaded={loaded} again={again}>
      {(methodology) => {
        methodologies.set(id, methodology);
        return children(new Words(methodology, language));
      }}
    </LoadedView>
  );
}
