import { at } from '../common/api';
import { showDate } from '../common/dates';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { Facts } from '../common/facts';
import { Act } from '../common/form/act';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { almatyDay } from '../common/today';
import { TextField } from '../common/view';
import type { Norm } from './api';
import { useMonitoringTexts } from './texts';

/** The order whose paragraphs were worded anew. */
const ORDER = '120';

/** The paragraphs of order 120 that were worded anew on 11.07.2026, as they stand on a day; the Agency loads a wording. */
export function Norms({ query }: { query: URLSearchParams }) {
  const t = useMonitoringTexts();
  const agency = hasRole(useDesk(), 'agency');
  const today = almatyDay(new Date());
  const on = query.get('on') ?? today;
  const [loaded, again] = useLoaded(at('/norms/{act}', { act: ORDER, on }));
  return (
    <section id="norms">
      <h2>{t('norms_title')}</h2>
      <p>{t('norms_intro')}</p>
      <TextField
        id="norms-on"
        label={t('norms_on')}
        kind="date"
        value={on}
        change={(day) => {
          if (/^\d{4}-\d{2}-\d{2}$/.test(day)) {
            location.hash = linkTo(['monitoring', 'settings'], { on: day });
          }
        }}
      />
      <LoadedView loaded={loaded} again={again}>
        {({ norms }) => (
          <ul class="cards">
            {norms.map((norm) => (
              <li key={norm.paragraph} class="card" data-norm={norm.paragraph} data-state={norm.state}>
                <OneNorm norm={norm} />
                {agency && <LoadNorm key={`${norm.since} ${norm.version}`} norm={norm} done={again} />}
              </li>
            ))}
          </ul>
        )}
      </LoadedView>
    </section>
  );
}

function OneNorm({ norm: { citation, state, since, text, source, meanwhile } }: { norm: Norm }) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  return (
    <>
      <h3>{citation}</h3>
      <p>
        <strong class={`tag ${state === 'IN_FORCE' ? 'tag-open' : 'tag-closing'}`}>{t(`norm_${state}`)}</strong>
      </p>
      {text !== undefined && (
        <p class="breakable" lang={language === 'kk' ? 'kk' : 'ru'}>
          {language === 'kk' ? text.kk : text.ru}
        </p>
      )}
      {meanwhile !== undefined && <p>{meanwhile[language]}</p>}
      <Facts
        id={`norm-${citation}`}
        facts={[
          [t('norm_since'), showDate(since, common)],
          [t('source'), source],
        ]}
      />
    </>
  );
}

/** Loads the wording of a paragraph from its first day on, with the source of the text. */
function LoadNorm({ norm: { paragraph, since, text, source, version = 0 }, done }: { norm: Norm; done: () => void }) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  return (
    <Act
      id={`load-${paragraph}`}
      title={t('norm_load')}
      about={{ id: `${ORDER} ${paragraph} ${since}`, version }}
      initial={{ from: since, kk: text?.kk ?? '', ru: text?.ru ?? '', source: source ?? '' }}
      submit={t('norm_load')}
      kind="plain"
      check={({ from, kk, ru, source: named }) => [
        ...(from === '' ? [{ field: 'from', message: t('missing_date') }] : []),
        ...(kk.trim() === '' ? [{ field: 'kk', message: t('missing_text') }] : []),
        ...(ru.trim() === '' ? [{ field: 'ru', message: t('missing_text') }] : []),
        ...(named.trim() === '' ? [{ field: 'source', message: t('missing_source') }] : []),
      ]}
      send={({ from, kk, ru, source: named }, seen) =>
        api(at('/norms/{act}/{paragraph}/{from}', { act: ORDER, paragraph, from }), {
          method: 'PUT',
          body: {
            text: { kk: kk.trim(), ru: ru.trim() },
            source: named.trim(),
            ...(seen > 0 && from === since && { version: seen }),
          },
        })
      }
      done={done}
    >
      {({ field }) => (
        <>
          <TextField {...field('from')} label={t('norm_since')} kind="date" />
          <TextArea {...field('kk')} label={t('norm_kk')} rows={4} />
          <TextArea {...field('ru')} label={t('norm_ru')} rows={4} />
          <TextField {...field('source')} label={t('norm_source')} />
        </>
      )}
    </Act>
  );
}
