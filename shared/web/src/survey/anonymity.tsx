import { type Survey, sharePercent } from './survey';
import { useSurveyTexts } from './texts';

/** Why nobody can tie a ballot to a person, and what is not protected. */
export function Anonymity({ survey, level }: { survey: Survey; level: 2 | 3 }) {
  const t = useSurveyTexts();
  const share = sharePercent(survey);
  const groups = { k: survey.minimumGroup, texts: survey.minimumTexts };
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <>
      <Title>{t('why_title')}</Title>
      <ul>
        <li>{t('why_seal')}</li>
        <li>{t('why_apart')}</li>
        <li>{t('why_keys')}</li>
        <li>{t('why_nothing')}</li>
        <li>{share === null ? t('why_groups_early', groups) : t('why_groups', { ...groups, share })}</li>
      </ul>
      <Title>{t('not_title')}</Title>
      <ul>
        <li>{t('not_colleagues', { ...groups, others: survey.minimumGroup - 1 })}</li>
        <li>{t('not_network')}</li>
        <li>{t('not_table')}</li>
        <li>{t('not_style')}</li>
        <li>{t('not_trial')}</li>
      </ul>
    </>
  );
}
