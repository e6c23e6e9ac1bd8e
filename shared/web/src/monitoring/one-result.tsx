import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { showDate, showInstant } from '../common/dates';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { Facts } from '../common/facts';
import { FileInLanguages } from '../common/file-in-languages';
import { Act } from '../common/form/act';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { Choices, Heading } from '../common/view';
import { AUTHORITIES, type Result } from './api';
import { Attach, Attachments } from './attachments';
import { useBodies } from './bodies';
import { useAuthorityName } from './plans';
import { ResultForm } from './result-form';
import { ResultTag } from './results';
import { useMonitoringTexts } from './texts';

/** A result of monitoring: prepared, sent to the body, answered by it. */
export function OneResult({ id }: { id: string }) {
  const [loaded, again] = useLoaded(at('/monitoring-results/{result}', { result: id }));
  const [edited, setEdited] = useState(false);
  return (
    <LoadedView loaded={loaded} again={again}>
      {(result) =>
        edited ? (
          <ResultForm
            result={result}
            done={() => {
              setEdited(false);
              again();
            }}
          />
        ) : (
          <ResultPage result={result} edit={() => setEdited(true)} again={again} />
        )
      }
    </LoadedView>
  );
}

interface ResultParts {
  result: Result;
  again: () => void;
}

function ResultPage({ result, edit, again }: ResultParts & { edit: () => void }) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const desk = useDesk();
  const { nameOf } = useBodies();
  const authorityName = useAuthorityName();
  const { id, body, state, from, to, findings, sentAt, answer } = result;
  const authority = hasRole(desk, 'agency') || hasRole(desk, 'territorial');
  const ofBody = desk.claims.body === body && (hasRole(desk, 'hr') || hasRole(desk, 'head'));
  return (
    <>
      <Heading page={`result ${id}`} caption={`${showDate(from, common)} – ${showDate(to, common)}`}>
        {nameOf(body)}
      </Heading>
      <p id="state" data-state={state}>
        <ResultTag state={state} />
      </p>
      <Facts
        id="result"
        facts={[
          [t('authority'), authorityName(result.authority)],
          [
            t('findings'),
            <span key="findings" class="lines">
              {findings}
            </span>,
          ],
          [t('sent_at'), sentAt && showInstant(sentAt, common)],
          [
            t('measures'),
            answer && (
              <span key="measures" class="lines">
                {answer.measures}
              </span>
            ),
          ],
          [t('answered_at'), answer && `${showInstant(answer.at, common)}, ${answer.by}`],
        ]}
      />
      <Sources result={result} />
      <Attachments result={result} />
      {authority && state === 'PREPARED' && (
        <>
          <Attach result={result} again={again} />
          <Send result={result} again={again} />
          <p>
            <button id="edit-result" type="button" class="button button-plain" onClick={edit}>
              {t('result_change')}
            </button>
          </p>
        </>
      )}
      {ofBody && state === 'SENT' && (
        <>
          <Attach result={result} again={again} />
          <Answer result={result} again={again} />
        </>
      )}
      <Papers id={id} />
    </>
  );
}

function Papers({ id }: { id: string }) {
  const t = useMonitoringTexts();
  return (
    <section class="no-print">
      <h2>{t('result_paper')}</h2>
      {(['pdf', 'xlsx'] as const).map((ending) => (
        <FileInLanguages
          key={ending}
          file={`result-${ending}`}
          title={ending.toUpperCase()}
          label={(language) => (ending === 'pdf' ? t(`pdf_${language}`) : t(`xlsx_${language}`))}
          path={(lang) => at('/monitoring-results/{result}', { result: `${id}.${ending}`, lang })}
          name={(language) => `result-${language}.${ending}`}
        />
      ))}
    </section>
  );
}

/** On what it rests. The visits are the authority's to open. */
function Sources({ result: { visits, signals } }: { result: Result }) {
  const t = useMonitoringTexts();
  const desk = useDesk();
  const reads = AUTHORITIES.some((role) => hasRole(desk, role));
  return (
    <p>
      {t('rests_on', { visits: visits.length, signals: signals.length })}{' '}
      {reads &&
        visits.map((visit, index) => (
          <span key={visit}>
            <a href={linkTo(['monitoring', 'visits', visit])}>
              {t('to_visit')} {visits.length > 1 && index + 1}
            </a>{' '}
          </span>
        ))}
    </p>
  );
}

function Send({ result, again }: ResultParts) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  return (
    <Act
      id="send"
      title={t('result_send')}
      intro={t('result_send_intro')}
      open
      about={result}
      initial={{}}
      submit={t('result_send')}
      send={(_, version) =>
        api(at('/monitoring-results/{result}/send', { result: result.id }), { method: 'POST', body: { version } })
      }
      done={again}
    />
  );
}

/** The measures that the body has taken, with the files that it has attached. */
function Answer({ result, again }: ResultParts) {
  const t = useMonitoringTexts();
  const { api, claims } = useDesk();
  const own = result.attachments.filter(({ by }) => by === claims.sub);
  return (
    <Act
      id="answer"
      title={t('answer')}
      open
      about={result}
      initial={{ measures: '', attachments: own.map(({ id }) => id) }}
      submit={t('answer')}
      check={({ measures }) => (measures.trim() === '' ? [{ field: 'measures', message: t('missing_measures') }] : [])}
      send={({ measures, attachments }, version) =>
        api(at('/monitoring-results/{result}/answer', { result: result.id }), {
          method: 'PUT',
          body: { measures: measures.trim(), attachments, version },
        })
      }
      done={again}
    >
      {({ field, typed, change }) => (
        <>
          <TextArea {...field('measures')} label={t('measures')} rows={5} />
          {own.length > 0 && (
            <Choices
              id={field('attachments').id}
              legend={t('attachments')}
              error={field('attachments').error}
              several
              choices={own.map(({ id, fileName }) => ({ value: id, label: fileName }))}
              selected={typed.attachments}
              select={(attachments) => change({ attachments })}
            />
          )}
        </>
      )}
    </Act>
  );
}
