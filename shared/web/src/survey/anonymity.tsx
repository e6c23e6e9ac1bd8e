import type { Survey } from './survey';
import { useSurveyTexts } from './texts';

/** Why nobody can tie a ballot to a person, and what is not protected (design, "Anonymity", step 9). */
export function Anonymity({ survey, level }: { survey: Survey; level: 2 | 3 }) {
  const t = useSurveyTexts();
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <>
      <Title>{t('why_title')}</Title>
      <ul>
        <li>{t('why_seal')}</li>
        <li>{t('why_apart')}</li>
        <li>{t('why_keys')}</li>
        <li>{t('why_nothing')}</li>
        <li>{t('why_groups', { k: survey.minimumGroup, texts: survey.minimumTexts })}</li>
      </ul>
      <Title>{t('not_title')}</Title>
      <ul>
        <li>{t('not_network')}</li>
        <li>{t('not_table')}</li>
        <li>{t('not_style')}</li>
        <li>{t('not_trial')}</li>
      </ul>
    </>
  );
}
