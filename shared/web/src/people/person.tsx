import { at } from '../common/api';
import { showDate } from '../common/dates';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { official, useDirectory, WithDirectory } from '../common/directory';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading } from '../common/view';
import { Saved } from './saved';
import { usePeopleTexts } from './texts';
import { type Appointment, type Employee, FLAGS } from './typed-person';

/** Everything that is recorded of one person. */
export function Person({ id, saved }: { id: string; saved: boolean }) {
  const t = usePeopleTexts();
  const desk = useDesk();
  const [loaded, again] = useLoaded(
    at('/bodies/{body}/employees/{employee}', { body: desk.claims.body ?? '', employee: id }),
  );
  return (
    <LoadedView loaded={loaded} again={again}>
      {(person) => (
        <WithDirectory>
          <Heading page={`person ${id}`} caption={id}>
            {person.name}
          </Heading>
          <Saved shown={saved} />
          <Particulars person={person} />
          {hasRole(desk, 'hr') && (
            <div class="buttons buttons-near">
              {(['appointments', 'absences', 'secondments'] as const).map((list) => (
                <a
                  key={list}
                  id={`add-${list}`}
                  class="button button-plain"
                  href={linkTo(['people', 'change', id], { add: list })}
                >
                  {t(`${list}_add`)}
                </a>
              ))}
              <a id="change" class="button" href={linkTo(['people', 'change', id])}>
                {t('change')}
              </a>
            </div>
          )}
          <Appointments held={person.appointments} />
          <Absences person={person} />
          <Secondments person={person} />
          <p>
            <a id="back" href={linkTo(['people'])}>
              {t('back_to_people')}
            </a>
          </p>
        </WithDirectory>
      )}
    </LoadedView>
  );
}

function Particulars({ person: { email, mobile, week } }: { person: Employee }) {
  const t = usePeopleTexts();
  return (
    <dl class="facts" id="particulars">
      <div>
        <dt>{t('week')}</dt>
        <dd>{t(`week_${week}`)}</dd>
      </div>
      {email !== undefined && (
        <div>
          <dt>{t('email')}</dt>
          <dd class="breakable">{email}</dd>
        </div>
      )}
      {mobile !== undefined && (
        <div>
          <dt>{t('mobile')}</dt>
          <dd>{mobile}</dd>
        </div>
      )}
    </dl>
  );
}

/** The last one first. */
function Appointments({ held }: { held: Appointment[] }) {
  const t = usePeopleTexts();
  const language = useLanguage();
  const days = useDays();
  const { nameOf, unitName } = useDirectory();
  return (
    <section id="appointments">
      <h2>{t('appointments')}</h2>
      {[...held].reverse().map((one) => (
        <dl key={one.from} class="facts answer" data-from={one.from}>
          <div>
            <dt>{days(one.from, one.to)}</dt>
            <dd>
              <strong>{official(one.position, language)}</strong>
              <br />
              {unitName(one.unit, language)}
            </dd>
          </div>
          <div>
            <dt>{t('category')}</dt>
            <dd>{one.category ?? t('category_none')}</dd>
          </div>
          <div>
            <dt>{t('manager')}</dt>
            <dd>
              {one.manager === undefined ? '–' : nameOf(one.manager)}
              {one.higherManager !== undefined && (
                <>
                  <br />
                  <span class="hint">
                    {t('higherManager')}: {nameOf(one.higherManager)}
                  </span>
                </>
              )}
            </dd>
          </div>
          <div>
            <dt>{t('kind')}</dt>
            <dd>
              {[t(`kind_${one.kind}`), ...FLAGS.filter((flag) => one[flag]).map((flag) => t(`flag_${flag}`))].join(
                ', ',
              )}
              {one.end !== undefined && `; ${t(`end_${one.end}`)}`}
            </dd>
          </div>
        </dl>
      ))}
    </section>
  );
}

/** `12 January 2026 – 3 March 2026`. */
function useDays(): (from: string, to?: string) => string {
  const t = usePeopleTexts();
  const common = useCommonTexts();
  return (from, to) =>
    to === undefined
      ? t('since', { from: showDate(from, common) })
      : `${showDate(from, common)} – ${showDate(to, common)}`;
}

/** Left out of the answer for who may not see them. */
function Absences({ person: { absences } }: { person: Employee }) {
  const t = usePeopleTexts();
  const days = useDays();
  return absences === undefined || absences.length === 0 ? null : (
    <section id="absences">
      <h2>{t('absences')}</h2>
      <ul>
        {[...absences].reverse().map(({ kind, from, to }) => (
          <li key={from}>
            {days(from, to)}: {t(`absent_${kind}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Secondments({ person: { secondments } }: { person: Employee }) {
  const t = usePeopleTexts();
  const days = useDays();
  return secondments.length === 0 ? null : (
    <section id="secondments">
      <h2>{t('secondments')}</h2>
      <ul>
        {[...secondments].reverse().map(({ to, from, until }) => (
          <li key={from}>
            {days(from, until)}: {to}
          </li>
        ))}
      </ul>
    </section>
  );
}
