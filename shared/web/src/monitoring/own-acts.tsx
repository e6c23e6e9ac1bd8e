import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { LoadedView } from '../common/loaded-view';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading, Loading, Note } from '../common/view';
import { ActFacts, ActPaper } from './acts';
import type { ActLine } from './api';
import { useMonitoringTexts } from './texts';

/** Acts of presence (¶14): for an employee those on themselves, for the body's officers those whose result was sent. */
export function OwnActs() {
  const t = useMonitoringTexts();
  const desk = useDesk();
  const office = hasRole(desk, 'hr') || hasRole(desk, 'head');
  return (
    <>
      <Heading page="acts">{t('acts')}</Heading>
      {hasRole(desk, 'employee') && <ActList id="own-acts" intro={t('acts_own')} body="" />}
      {office && <ActList id="acts-of-body" intro={t('acts_of_body')} body={desk.claims.body ?? ''} />}
    </>
  );
}

/** @param body empty for the acts on oneself */
function ActList({ id, intro, body }: { id: string; intro: string; body: string }) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const paged = usePaged(
    (cursor) => at('/visit-acts', { body, cursor }),
    ({ acts, next }) => ({ rows: acts, next }),
  );
  return (
    <section id={id}>
      <p>{intro}</p>
      {paged.starting && paged.trouble === null && <Loading />}
      {paged.trouble !== null && (
        <Note kind="warning">
          <p>{t('list_lost')}</p>
          <button type="button" class="button" onClick={paged.again}>
            {common('try_again')}
          </button>
        </Note>
      )}
      {!paged.starting && !paged.more && paged.rows.length === 0 && <p class="no-acts">{t('no_acts')}</p>}
      <ul class="cards">
        {paged.rows.map((act) => (
          <ActCard key={act.id} act={act} />
        ))}
      </ul>
      {paged.more && (
        <p>
          <button
            id={`${id}-more`}
            type="button"
            class="button button-plain"
            disabled={paged.busy}
            onClick={() => paged.load(false)}
          >
            {t('show_more')}
          </button>
        </p>
      )}
    </section>
  );
}

function ActCard({ act: { id, visit, name, person, observedAt, state, acquaintance } }: { act: ActLine }) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  return (
    <li class="card" data-act={id} data-state={state}>
      <h2>
        <a href={linkTo(['monitoring', 'acts', visit, id])}>{showInstant(observedAt, common)}</a>
      </h2>
      <p>
        <strong class={`tag ${state === 'SIGNED' ? 'tag-open' : ''}`}>{t(`act_${state}`)}</strong> {name ?? person}
      </p>
      <p>
        {acquaintance === undefined ? t('acquainted_not') : `${t('acquaintance')}: ${t(`acquainted_${acquaintance}`)}`}
      </p>
    </li>
  );
}

/** One act as whom it is about reads it: what it states, and whether they were acquainted with it or refused to be. */
export function OneOwnAct({ visit, act }: { visit: string; act: string }) {
  const t = useMonitoringTexts();
  const [loaded, again] = useLoaded(at('/visits/{visit}/acts/{act}', { visit, act }));
  return (
    <>
      <Heading page={`act ${act}`}>{t('act_title')}</Heading>
      <p class="hint">{t('act_of_mine_hint')}</p>
      <LoadedView loaded={loaded} again={again}>
        {(value) => (
          <section class="card" data-act={act}>
            <ActFacts act={value} alone />
            {value.acquaintance === undefined && <p id="not-acquainted">{t('acquainted_not')}</p>}
            <ActPaper act={value} />
          </section>
        )}
      </LoadedView>
      <p>
        <a id="back" href={linkTo(['monitoring', 'acts'])}>
          {t('back_to_acts')}
        </a>
      </p>
    </>
  );
}
