import { at } from '../common/api';
import { showDate } from '../common/dates';
import { showExact } from '../common/decimals';
import { useDirectory } from '../common/directory';
import { FileInLanguages } from '../common/file-in-languages';
import { useLanguage } from '../common/language';
import { useCommonTexts } from '../common/texts';
import type { Appraisal, Calibration, Round } from './api';
import { useAppraisalTexts } from './texts';

/** The session of a case: the application with its terms, the members, every round with the votes by name, and the protocol. */
export function CalibrationView({ appraisal }: { appraisal: Appraisal }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const calibration = appraisal.calibration!;
  const { text, members = [], rounds = [], score, direction, original } = calibration;
  return (
    <section id="calibration">
      <h2>{t('calibration')}</h2>
      {text !== '' && (
        <ul class="said">
          <li>{text}</li>
        </ul>
      )}
      <Terms calibration={calibration} />
      {members.length > 0 && <Members calibration={calibration} />}
      {rounds.map((round) => (
        <RoundView key={round.round} round={round} calibration={calibration} />
      ))}
      {score !== undefined && original !== undefined && direction !== undefined && (
        <p id="decided" data-score={score}>
          <strong>
            {t(`direction_${direction}`, { from: showExact(original, language), to: showExact(score, language) })}
          </strong>
        </p>
      )}
      {score !== undefined && (
        <FileInLanguages
          file="protocol"
          title={t('protocol')}
          label={(each) => t(`protocol_pdf_${each}`)}
          path={(lang) => at('/appraisals/{appraisal}/calibration/protocol.pdf', { appraisal: appraisal.id, lang })}
          name={(each) => `protocol-${appraisal.quarter}-${each}.pdf`}
        />
      )}
    </section>
  );
}

function Terms({ calibration }: { calibration: Calibration }) {
  const t = useAppraisalTexts();
  const common = useCommonTexts();
  const { submittedOn, receivedOn, inTime, decideBy, holdBy, order, protocol, uploadBy, upload, feedback, refusal } =
    calibration;
  const day = (on: string | undefined) => on && showDate(on, common);
  const facts: [string, string | undefined][] = [
    [t('submitted_on'), `${day(submittedOn)}${inTime ? '' : ` – ${t('not_in_time')}`}`],
    [t('received_on'), day(receivedOn)],
    [t('decide_by'), day(decideBy)],
    [t('hold_by'), day(holdBy)],
    [t('members_order'), order && t('order_of', { number: order.number, date: showDate(order.date, common) })],
    [t('refusal'), refusal && `${day(refusal.on)}: ${refusal.reason}`],
    [t('protocol'), protocol && t('order_of', { number: protocol.number, date: showDate(protocol.signedOn, common) })],
    [t('upload_by'), upload === undefined ? day(uploadBy) : undefined],
    [t('upload_mark'), upload && (upload.on === undefined ? upload.impossible : day(upload.on))],
    [t('feedback_mark'), feedback && day(feedback.heldOn)],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) =>
        value === undefined || value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Members({ calibration: { members = [], reason } }: { calibration: Calibration }) {
  const t = useAppraisalTexts();
  const { nameOf } = useDirectory();
  return (
    <>
      <h3>{t('members')}</h3>
      <ul id="members">
        {members.map(({ person, name, kind }) => (
          <li key={person} data-member={person}>
            {name || nameOf(person)} – {t(`member_${kind}`)}
          </li>
        ))}
      </ul>
      {reason !== undefined && <p class="hint">{reason}</p>}
    </>
  );
}

function RoundView({ round, calibration: { members = [] } }: { round: Round; calibration: Calibration }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const common = useCommonTexts();
  const { nameOf } = useDirectory();
  const name = (person: string) => members.find((each) => each.person === person)?.name ?? nameOf(person);
  return (
    <section data-round={round.round}>
      <h3>{t('round_of', { n: round.round, on: showDate(round.heldOn, common) })}</h3>
      {round.statement !== undefined && <p>{t('statement_said', { text: round.statement })}</p>}
      {round.noStatement !== undefined && <p>{t('statement_none', { reason: round.noStatement })}</p>}
      {round.argument !== undefined && (
        <p>
          {t(`argument_${round.argument.form}`)}
          {round.argument.text !== undefined && `: ${round.argument.text}`}
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('member')}</th>
            <th scope="col" class="figure">
              {t('vote')}
            </th>
          </tr>
        </thead>
        <tbody>
          {round.votes.map(({ person, score }) => (
            <tr key={person}>
              <th scope="row">{name(person)}</th>
              <td class="figure">{showExact(score, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{round.score === null ? t('no_majority') : t('adopted', { score: showExact(round.score, language) })}</p>
    </section>
  );
}
