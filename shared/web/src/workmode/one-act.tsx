import type { ComponentChildren } from 'preact';
import { at } from '../common/api';
import { showDate, showInstant } from '../common/dates';
import { useDesk, useLoaded } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import { Facts } from '../common/facts';
import { FileInLanguages } from '../common/file-in-languages';
import { Act } from '../common/form/act';
import type { Reply } from '../common/http';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading, Note } from '../common/view';
import type { FlexibleAct, RemoteAct } from './api';
import { hoursText } from './one-application';
import { ActTag } from './tags';
import { useWorkmodeTexts } from './texts';

/** An act of flexible time with the fixed hours of each (¶17). */
export function OneFlexibleAct({ id }: { id: string }) {
  const { api } = useDesk();
  const [loaded, again] = useLoaded(at('/flexible-acts/{act}', { act: id }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(act) => (
        <WithDirectory>
          <ActPage
            kind="flexible"
            act={act}
            facts={[]}
            acknowledge={(version) =>
              api(at('/flexible-acts/{act}/acknowledgement', { act: id }), { method: 'POST', body: { version } })
            }
            again={again}
          />
        </WithDirectory>
      )}
    </LoadedView>
  );
}

/** An act of remote or combined work with its place and its cause (¶6). */
export function OneRemoteAct({ id }: { id: string }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { api } = useDesk();
  const [loaded, again] = useLoaded(at('/remote-acts/{act}', { act: id }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(act) => (
        <WithDirectory>
          <ActPage
            kind="remote"
            act={act}
            facts={[
              [t('kind'), t(`kind_${act.kind}`)],
              [t('basis'), t(`basis_${act.basis}`)],
              [t('place'), act.place],
              [t('remote_days'), act.remoteDays?.map((day) => dayName(day, t, common)).join(', ')],
              [t('cause'), act.cause && [t(`cause_${act.cause.kind}`), act.cause.decision].filter(Boolean).join(', ')],
              [t('cause_removed'), act.cause?.removedOn && showDate(act.cause.removedOn, common)],
              [t('specifics'), act.specifics],
              [t('control'), act.control],
              [t('channels'), act.channels],
            ]}
            acknowledge={(version) =>
              api(at('/remote-acts/{act}/acknowledgement', { act: id }), { method: 'POST', body: { version } })
            }
            again={again}
          />
        </WithDirectory>
      )}
    </LoadedView>
  );
}

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

/** A weekday by its name, or a date. */
function dayName(
  day: string,
  t: ReturnType<typeof useWorkmodeTexts>,
  common: ReturnType<typeof useCommonTexts>,
): string {
  const weekday = WEEKDAYS.find((each) => each === day);
  return weekday === undefined ? showDate(day, common) : t(`day_${weekday}`);
}

type AnyAct = FlexibleAct | RemoteAct;

function ActPage(props: {
  kind: 'flexible' | 'remote';
  act: AnyAct;
  facts: [string, ComponentChildren][];
  acknowledge: (version: number) => Promise<Reply<unknown>>;
  again: () => void;
}) {
  const { kind, act, facts, acknowledge, again } = props;
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { claims } = useDesk();
  const { id, number, signedOn, from, to, ground, state, employees, warnings = [] } = act;
  const mine = employees.find(({ employee }) => employee === claims.sub);
  return (
    <>
      <Heading page={`act ${id}`} caption={t(`act_of_${kind}`)}>
        {`№ ${number}, ${showDate(signedOn, common)}`}
      </Heading>
      <p id="state" data-state={state}>
        <ActTag state={state} />
      </p>
      {warnings.map(({ code, pointer, details }) => (
        <Note key={code + pointer} kind={code === 'TEXT_NOT_LOADED' ? 'plain' : 'warning'}>
          <p data-warning={code}>{t(`warning_${code}`, { details: details.join(' / ') })}</p>
        </Note>
      ))}
      <Facts
        id="act"
        facts={[[t('ground'), ground], [t('period'), `${showDate(from, common)} – ${showDate(to, common)}`], ...facts]}
      />
      {mine !== undefined && mine.acknowledgedAt === undefined && (
        <Act
          id="acknowledge"
          title={t('acknowledge')}
          intro={t('acknowledge_intro')}
          open
          about={act}
          initial={{}}
          submit={t('acknowledge')}
          send={(_, version) => acknowledge(version)}
          done={again}
        />
      )}
      <ActRows employees={employees} />
      <FileInLanguages
        file={`${kind}-act-${id}`}
        title={t('paper')}
        label={(language) => t(`pdf_${language}`)}
        path={(lang) =>
          kind === 'flexible'
            ? at('/flexible-acts/{act}', { act: `${id}.pdf`, lang })
            : at('/remote-acts/{act}', { act: `${id}.pdf`, lang })
        }
        name={(language) => `${kind}-act-${number}-${language}.pdf`}
      />
    </>
  );
}

/** Each employee of an act: the own hours, term and acknowledgement (¶22). */
function ActRows({ employees }: { employees: AnyAct['employees'] }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { claims } = useDesk();
  const { nameOf } = useDirectory();
  return (
    <section id="employees">
      <h2>{t('employees')}</h2>
      <ul class="cards">
        {employees.map((row) => (
          <li key={row.employee} class="card" data-employee={row.employee}>
            <h3>
              <a href={linkTo(['worktime', 'month', row.employee])}>
                {row.employee === claims.sub ? (claims.name ?? claims.sub) : nameOf(row.employee)}
              </a>
            </h3>
            <p>
              <ActTag state={row.state} />
            </p>
            <Facts
              id={`row-${row.employee}`}
              facts={[
                [t('hours'), 'start' in row && hoursText(row)],
                [t('period'), `${showDate(row.from, common)} – ${showDate(row.to, common)}`],
                [t('agreement'), 'agreement' in row && row.agreement],
                [
                  t('acknowledged'),
                  row.acknowledgedAt === undefined ? t('not_yet') : showInstant(row.acknowledgedAt, common),
                ],
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
