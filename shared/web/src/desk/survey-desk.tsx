import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { isAgency, isPersonnel, useDesk, useLoaded } from '../common/desk';
import { type Language, useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { RoomLink } from '../common/room-link';
import { useCommonTexts } from '../common/texts';
import { Heading, Note } from '../common/view';
import { showCheckCode } from '../survey/fingerprint';
import { enrolmentOf, type Survey, sharePercent } from '../survey/survey';
import { CancelSurvey } from './cancel-survey';
import { People } from './people';
import { Results } from './results';
import { Slips } from './slips';
import { surveyLink } from './survey-link';
import { StateTag } from './survey-list';
import { useDeskTexts } from './texts';
import { Turnout } from './turnout';

/** One survey: what everybody at the desk sees of it, and the rooms the reader's role opens. */
export function SurveyDesk({ id, part }: { id: string; part: string }) {
  const t = useDeskTexts();
  const desk = useDesk();
  const [loaded, again] = useLoaded(at('/surveys/{survey}', { survey: id }));
  const agency = isAgency(desk);
  const own = desk.claims.body;
  return (
    <LoadedView loaded={loaded} again={again}>
      {(survey) => {
        const home = `#/surveys/${encodeURIComponent(survey.id)}`;
        const rooms = [
          { part: '', name: t('overview'), may: true },
          { part: 'people', name: t('people'), may: isPersonnel(desk) && survey.state === 'OPEN' },
          { part: 'slips', name: t('slips'), may: agency && survey.state === 'OPEN' },
          { part: 'turnout', name: t('turnout'), may: agency || (own !== undefined && own in survey.bodies) },
          { part: 'results', name: t('results'), may: agency || (own !== undefined && own in survey.bodies) },
        ].filter(({ may }) => may);
        const here = rooms.some((room) => room.part === part) ? part : '';
        return (
          <>
            <p class="caption no-print">
              {t('survey_name', { year: survey.year })} · {survey.id} <StateTag state={survey.state} />
            </p>
            <nav class="rooms rooms-small no-print" aria-label={t('sections')}>
              {rooms.map((room) => (
                <RoomLink
                  key={room.part}
                  to={room.part === '' ? home : `${home}/${room.part}`}
                  name={room.name}
                  here={room.part === here}
                />
              ))}
            </nav>
            {here === '' && <Overview survey={survey} changed={again} />}
            {here === 'people' && <People survey={survey} />}
            {here === 'slips' && <Slips survey={survey} />}
            {here === 'turnout' && <Turnout survey={survey} />}
            {here === 'results' && <Results survey={survey} />}
          </>
        );
      }}
    </LoadedView>
  );
}

function Overview({ survey, changed }: { survey: Survey; changed: () => void }) {
  const t = useDeskTexts();
  const agency = isAgency(useDesk());
  return (
    <>
      <Heading page="overview">{t('survey_name', { year: survey.year })}</Heading>
      <Terms survey={survey} />
      <LinkToSurvey link={surveyLink(survey)} />
      <h2>{t('fingerprint')}</h2>
      <p id="fingerprint" class="breakable mono">
        {showCheckCode(survey.fingerprint)}
      </p>
      <BallotGroups survey={survey} />
      {agency && survey.state === 'OPEN' && (
        <>
          <Close survey={survey} closed={changed} />
          {survey.enrolledShare !== undefined && <CancelSurvey survey={survey} cancelled={changed} />}
        </>
      )}
      {survey.state === 'CLOSING' && (
        <Note>
          <p>{t('closing_note')}</p>
        </Note>
      )}
    </>
  );
}

function Terms({ survey }: { survey: Survey }) {
  const t = useDeskTexts();
  const common = useCommonTexts();
  const share = sharePercent(survey);
  const terms = [
    [t('opens'), showInstant(survey.opens, common)],
    [t('closes'), showInstant(survey.closes, common)],
    [t('minimum_group'), survey.minimumGroup],
    [t('minimum_texts'), survey.minimumTexts],
  ];
  return (
    <dl class="facts">
      {terms.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {share !== null && (
        <div>
          <dt>{t('enrolled_share')}</dt>
          <dd id="enrolled-share">{share} %</dd>
        </div>
      )}
    </dl>
  );
}

function LinkToSurvey({ link }: { link: string }) {
  const t = useDeskTexts();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <>
      <h2>{t('link')}</h2>
      <p>{t('link_hint')}</p>
      <p class="breakable mono">
        <a id="survey-link" href={link}>
          {link}
        </a>
      </p>
      <div class="buttons buttons-near">
        <button id="copy-link" type="button" class="button button-plain" onClick={() => void copy()}>
          {t('copy')}
        </button>
        <span role="status">{copied && t('copied')}</span>
      </div>
    </>
  );
}

/** Which bodies vote under one key, and how many of each are enrolled. */
function BallotGroups({ survey }: { survey: Survey }) {
  const t = useDeskTexts();
  const language = useLanguage();
  return (
    <>
      <h2 id="bodies-title">{t('open_bodies')}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="bodies-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('body')}</th>
              <th scope="col">{t('ballot_group')}</th>
              <th scope="col" class="figure">
                {t('enrolled_short')}
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(survey.bodies).map(([id, name]) => (
              <tr key={id}>
                <th scope="row">{name[language]}</th>
                <td>
                  {survey.groups[id] === id && !shared(survey, id)
                    ? t('votes_alone')
                    : t('votes_with', { pool: poolName(survey, id, language) })}
                </td>
                <td class="figure">{enrolledIn(survey, id)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Such as 21 / 61; with those after the opening in brackets. */
function enrolledIn(survey: Survey, body: string): string {
  const own = enrolmentOf(survey, [body]);
  return own === null ? '' : `${own.enrolled} / ${own.headcount}${own.late > 0 ? ` (+${own.late})` : ''}`;
}

/** A group is called after the body others have joined, or has a name of its own. */
function poolName({ bodies, groups }: Survey, body: string, language: Language): string {
  const group = groups[body] ?? '';
  return bodies[group]?.[language] ?? group;
}

/** Whether smaller bodies vote in this body's group. */
function shared({ groups }: Survey, body: string): boolean {
  return Object.entries(groups).some(([other, group]) => other !== body && group === body);
}

function Close({ survey, closed }: { survey: Survey; closed: () => void }) {
  const t = useDeskTexts();
  const common = useCommonTexts();
  const { api } = useDesk();
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState('');
  const close = async () => {
    const reply = await api(at('/surveys/{survey}/close', { survey: survey.id }), {
      method: 'POST',
      body: {},
      idempotencyKey: crypto.randomUUID(),
    });
    if (reply.kind === 'answered') {
      closed();
    } else {
      setProblem(reply.kind === 'refused' ? reply.problem.detail || reply.problem.title : '–');
    }
  };
  if (!sure) {
    return (
      <div class="buttons">
        <button id="close" type="button" class="button button-plain" onClick={() => setSure(true)}>
          {t('close')}
        </button>
      </div>
    );
  }
  return (
    <div id="close-sure" role="group" aria-label={t('close')}>
      <Note kind="warning">
        <p>{t('close_sure')}</p>
        <div role="status">{problem !== '' && <p>{common('failed', { what: problem })}</p>}</div>
        <div class="buttons">
          <button id="close-yes" type="button" class="button button-danger" onClick={() => void close()}>
            {t('close_yes')}
          </button>
          <button id="close-no" type="button" class="button button-plain" onClick={() => setSure(false)}>
            {t('cancel')}
          </button>
        </div>
      </Note>
    </div>
  );
}
