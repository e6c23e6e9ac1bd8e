import { useState } from 'preact/hooks';
import { isAgency, useDesk } from '../common/desk';
import { useLanguage } from '../common/language';
import { SelectField } from '../common/view';
import type { Survey } from '../survey/survey';
import { useDeskTexts } from './texts';

/** Which body is looked at: an officer of a body has no choice. */
export function BodyChoice({ survey, body, choose }: { survey: Survey; body: string; choose: (body: string) => void }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const bodies = Object.entries(survey.bodies).map(([id, name]): [string, string] => [id, name[language]]);
  bodies.sort(([, one], [, other]) => one.localeCompare(other, language));
  return isAgency(useDesk()) && bodies.length > 1 ? (
    <SelectField id="body" label={t('body')} value={body} change={choose} options={bodies} />
  ) : (
    <p class="caption">{survey.bodies[body]?.[language]}</p>
  );
}

/** An officer's own body, or for the Agency the first. */
export function useBody(survey: Survey): [string, (body: string) => void] {
  const { claims } = useDesk();
  const own = claims.body !== undefined && claims.body in survey.bodies ? claims.body : undefined;
  return useState(own ?? Object.keys(survey.bodies)[0] ?? '');
}
