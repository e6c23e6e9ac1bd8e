import { at } from '../common/api';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { almatyYear } from '../common/today';
import { SelectField } from '../common/view';
import type { StateBody } from './api';
import { useScoringTexts } from './texts';

const FIRST_YEAR = 2023;

/** Assessed is the year that is over. */
export function lastYear(): number {
  return almatyYear(new Date()) - 1;
}

export function YearField({ year, choose }: { year: number; choose: (year: number) => void }) {
  const t = useScoringTexts();
  const years = Array.from({ length: lastYear() + 2 - FIRST_YEAR }, (_, index) => String(lastYear() + 1 - index));
  return (
    <SelectField
      id="year"
      label={t('year')}
      value={String(year)}
      change={(value) => choose(Number(value))}
      options={years.map((each): [string, string] => [each, each])}
    />
  );
}

/** A body's officer has its own body only; whoever assesses chooses. */
export function useOwnBody(): string | undefined {
  const desk = useDesk();
  return hasRole(desk, 'agency') || hasRole(desk, 'digital') ? undefined : desk.claims.body;
}

export function BodyField({
  bodies,
  body,
  choose,
}: {
  bodies: StateBody[];
  body: string;
  choose: (body: string) => void;
}) {
  const t = useScoringTexts();
  const language = useLanguage();
  const own = useOwnBody();
  if (own !== undefined) {
    return (
      <p class="caption" id="own-body">
        {bodies.find(({ id }) => id === own)?.name[language] ?? own}
      </p>
    );
  }
  const options = bodies
    .map(({ id, name }): [string, string] => [id, name[language]])
    .sort(([, one], [, other]) => one.localeCompare(other, language));
  return (
    <SelectField id="body" label={t('body')} value={body} change={choose} options={[['', t('choose')], ...options]} />
  );
}

export function WithBodies({ children }: { children: (bodies: StateBody[]) => preact.ComponentChildren }) {
  const [loaded, again] = useLoaded(at('/bodies'));
  return (
    <LoadedView loaded={loaded} again={again}>
      {({ bodies }) => children(bodies)}
    </LoadedView>
  );
}
