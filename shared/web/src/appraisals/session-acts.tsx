import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { useDirectory } from '../common/directory';
import { DocumentField } from '../common/form/document-field';
import { TextArea } from '../common/text-area';
import { almatyDay } from '../common/today';
import { Choices, TextField } from '../common/view';
import { Act, type ActForm } from './act';
import type { Appraisal, Member } from './api';
import { useAppraisalTexts } from './texts';

interface ActsProps {
  appraisal: Appraisal;
  done: () => void;
}

/** What the personnel service records of a session: rounds of votes, the protocol, and its upload. */
export function SessionActs({ appraisal, done }: ActsProps) {
  const { state, calibration } = appraisal;
  if (calibration === undefined) {
    return null;
  }
  return (
    <>
      {(state === 'CAL_ORDERED' || state === 'CAL_HELD') && (
        <RoundAct members={calibration.members ?? []} appraisal={appraisal} done={done} />
      )}
      {state === 'CAL_DECIDED' && <ProtocolAct appraisal={appraisal} done={done} />}
      {calibration.protocol !== undefined && calibration.upload === undefined && (
        <UploadAct appraisal={appraisal} done={done} />
      )}
    </>
  );
}

interface TypedRound {
  heldOn: string;
  /** Whether the assessor or a substitute was heard. */
  heard: string;
  statement: string;
  noStatement: string;
  /** How the employee argued; empty where not at all. */
  argument: string;
  argumentText: string;
  votes: Record<string, string>;
}

/** ¶22: what was said, and every member's vote by name. A number with more than half of the members is the score. */
function RoundAct({ members, appraisal, done }: ActsProps & { members: Member[] }) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  const round = (appraisal.calibration?.rounds?.length ?? 0) + 1;
  const initial: TypedRound = {
    heldOn: almatyDay(new Date()),
    heard: 'statement',
    statement: '',
    noStatement: '',
    argument: '',
    argumentText: '',
    votes: {},
  };
  return (
    <Act
      id="round"
      open
      title={t('round_title', { n: round })}
      intro={t('round_intro')}
      appraisal={appraisal}
      initial={initial}
      submit={t('round_submit')}
      send={(typed, version) =>
        api(at('/appraisals/{appraisal}/calibration/decision', { appraisal: appraisal.id }), {
          method: 'PUT',
          body: {
            round,
            heldOn: typed.heldOn,
            ...heardOf(typed),
            votes: members.map(({ person }) => ({
              person,
              score: (typed.votes[person] ?? '').trim().replace(',', '.'),
            })),
            version,
          },
        })
      }
      done={done}
    >
      {(form) => <RoundFields form={form} members={members} first={round === 1} />}
    </Act>
  );
}

/** What stands there of the assessor's statement and the employee's argument. */
function heardOf({ heard, statement, noStatement, argument, argumentText }: TypedRound) {
  const said = heard === 'statement' ? statement.trim() : noStatement.trim();
  return {
    ...(said !== '' && (heard === 'statement' ? { statement: said } : { noStatement: said })),
    ...(argument !== '' && {
      argument: {
        form: argument as 'ORAL' | 'WRITTEN',
        ...(argumentText.trim() !== '' && { text: argumentText.trim() }),
      },
    }),
  };
}

function RoundFields({ form, members, first }: { form: ActForm<TypedRound>; members: Member[]; first: boolean }) {
  const t = useAppraisalTexts();
  const { field, typed } = form;
  return (
    <>
      <TextField {...field('heldOn')} label={t('held_on')} kind="date" />
      {first && (
        <>
          <Choices
            id="round-heard"
            legend={t('heard')}
            choices={(['statement', 'noStatement'] as const).map((value) => ({ value, label: t(`heard_${value}`) }))}
            selected={[typed.heard]}
            select={([heard = 'statement']) => form.change({ heard })}
            under={(heard) =>
              heard === 'statement' ? (
                <TextArea {...field('statement')} label={t('statement')} rows={4} />
              ) : (
                <TextArea {...field('noStatement')} label={t('reason')} />
              )
            }
          />
          <Choices
            id="round-argument"
            legend={t('argument')}
            error={field('argument').error}
            choices={(['', 'ORAL', 'WRITTEN'] as const).map((value) => ({
              value,
              label: t(value === '' ? 'argument_NONE' : `argument_${value}`),
            }))}
            selected={[typed.argument]}
            select={([argument = '']) => form.change({ argument })}
            under={(argument) => argument !== '' && <TextArea {...field('argumentText')} label={t('argument_text')} />}
          />
        </>
      )}
      <Votes form={form} members={members} />
    </>
  );
}

function Votes({ form, members }: { form: ActForm<TypedRound>; members: Member[] }) {
  const t = useAppraisalTexts();
  const { nameOf } = useDirectory();
  const { typed } = form;
  return (
    <fieldset id="round-votes" class={form.errorAt('round-votes') ? 'field field-wrong' : 'field'}>
      <legend>{t('votes')}</legend>
      {form.errorAt('round-votes') !== undefined && <p class="error-text">{form.errorAt('round-votes')}</p>}
      {members.map(({ person, name, kind }, index) => (
        <TextField
          key={person}
          id={`round-votes-${index}`}
          label={`${name || nameOf(person)} (${t(`member_${kind}`)})`}
          kind="decimal"
          error={form.errorAt(`round-votes-${index}`)}
          value={typed.votes[person] ?? ''}
          change={(score) => form.change({ votes: { ...typed.votes, [person]: score } })}
        />
      ))}
    </fieldset>
  );
}

function ProtocolAct({ appraisal, done }: ActsProps) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  return (
    <Act
      id="protocol"
      open
      title={t('protocol_sign')}
      intro={t('protocol_intro')}
      appraisal={appraisal}
      initial={{ number: '', signedOn: almatyDay(new Date()), document: '' }}
      submit={t('protocol_submit')}
      send={({ number, signedOn, document }, version) =>
        api(at('/appraisals/{appraisal}/calibration/protocol', { appraisal: appraisal.id }), {
          method: 'PUT',
          body: {
            number: number.trim(),
            signedOn,
            ...(document.trim() !== '' && { document: document.trim() }),
            version,
          },
        })
      }
      done={done}
    >
      {({ field }) => (
        <>
          <TextField {...field('number')} label={t('protocol_number')} kind="short" />
          <TextField {...field('signedOn')} label={t('signed_on')} kind="date" />
          <DocumentField {...field('document')} label={t('document')} hint={t('document_hint')} />
        </>
      )}
    </Act>
  );
}

/** ¶22: within three working days, or why it is technically impossible. */
function UploadAct({ appraisal, done }: ActsProps) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  return (
    <Act
      id="upload"
      open
      title={t('upload')}
      appraisal={appraisal}
      initial={{ done: 'on' as string, on: almatyDay(new Date()), impossible: '' }}
      submit={t('upload_submit')}
      send={({ done: how, on, impossible }, version) =>
        api(at('/appraisals/{appraisal}/calibration/upload', { appraisal: appraisal.id }), {
          method: 'PUT',
          body: { ...(how === 'on' ? { on } : { impossible: impossible.trim() }), version },
        })
      }
      done={done}
    >
      {({ field, typed, change }) => (
        <Choices
          id="upload-done"
          legend={t('upload')}
          choices={(['on', 'impossible'] as const).map((value) => ({ value, label: t(`upload_${value}`) }))}
          selected={[typed.done]}
          select={([how = 'on']) => change({ done: how })}
          under={(how) =>
            how === 'on' ? (
              <TextField {...field('on')} label={t('upload_day')} kind="date" />
            ) : (
              <TextArea {...field('impossible')} label={t('reason')} />
            )
          }
        />
      )}
    </Act>
  );
}
