import { Loading, Unreachable } from '../common/view';
import { Check } from './check-answers';
import { showLink } from './link';
import { type Participation, useParticipation } from './participation';
import { Questions } from './question-page';
import { ChooseBody, Right } from './right';
import { Receipt, Refused, Sending, Waiting } from './sending-pages';
import type { Opened, Stage } from './stage';
import { Start } from './start';
import { FingerprintAbsent, FingerprintMismatch, LoginFailed, NotOpenYet, Stop } from './stops';
import type { Step } from './way';

export function Respondent() {
  const participation = useParticipation();
  const { stage, setStage, opened, boot } = participation;
  switch (stage.at) {
    case 'loading':
      return <Loading />;
    case 'unreachable':
      return <Unreachable again={() => void boot()} />;
    case 'stop':
      return <Stop why={stage.why} closes={opened?.survey.closes} />;
    case 'login-failed':
      return <LoginFailed again={() => setStage({ at: 'right' })} />;
    default:
      return opened === null ? <Loading /> : <Within opened={opened} stage={stage} participation={participation} />;
  }
}

interface WithinProps<S> {
  opened: Opened;
  stage: S;
  participation: Participation;
}

/** Everything that needs the survey. */
function Within({ opened, stage, participation }: WithinProps<Stage>) {
  const { kept, survey } = opened;
  const { enter, boot, begin, setShared, logIn, deliver, shared, retryTimer } = participation;
  switch (stage.at) {
    case 'fingerprint-mismatch':
      return <FingerprintMismatch given={opened.fromLink ?? ''} />;
    case 'fingerprint-absent': {
      const matched = () => {
        showLink(survey.id, opened.fingerprint);
        void enter({ ...opened, fromLink: opened.fingerprint }, null, null);
      };
      return <FingerprintAbsent fingerprint={opened.fingerprint} matched={matched} />;
    }
    case 'not-open-yet':
      return <NotOpenYet opens={survey.opens} again={() => void boot()} goOn={begin} />;
    case 'waiting': {
      const { pending } = stage;
      const erase = async () => {
        await kept.erasePending(survey.id);
        setShared(null);
        begin();
      };
      return (
        <Waiting mine={() => void (pending.right.by === 'code' ? deliver(opened, pending) : logIn())} erase={erase} />
      );
    }
    case 'sending':
      return <Sending progress={stage.progress} now={() => retryTimer.now()} logIn={logIn} />;
    case 'refused':
      return <NotCast opened={opened} stage={stage} participation={participation} />;
    case 'receipt':
      return <Receipt receipt={stage.receipt} survey={survey} shared={shared !== false} />;
    case 'start':
    case 'right':
    case 'body':
    case 'page':
    case 'check':
      return <AtStep opened={opened} stage={stage} participation={participation} />;
    default:
      return <Loading />;
  }
}

/** The steps that the browser's history holds. */
function AtStep({ opened: { survey }, stage, participation }: WithinProps<Step>) {
  const { said, say, right, body, setBody, pages, go, toAnswers, submit } = participation;
  const back = () => history.back();
  switch (stage.at) {
    case 'start':
      return <AtStart survey={survey} participation={participation} />;
    case 'right':
      return <HowToTakePart survey={survey} toCheck={stage.toCheck} participation={participation} />;
    case 'body':
      return <ChooseBody survey={survey} body={body} setBody={setBody} next={() => toAnswers()} />;
    case 'page': {
      const next: Step = stage.page + 1 === pages.length ? { at: 'check' } : { at: 'page', page: stage.page + 1 };
      return (
        <Questions
          key={stage.page}
          survey={survey}
          body={body}
          page={pages[stage.page]!}
          number={stage.page + 1}
          total={pages.length}
          said={said}
          say={say}
          question={stage.question}
          fromCheck={stage.fromCheck ?? false}
          loggedIn={right === 'login'}
          back={back}
          next={() => (stage.fromCheck ? history.back() : go(next))}
        />
      );
    }
    case 'check':
      return (
        <Check
          pages={pages}
          said={said}
          change={(page, question) => go({ at: 'page', page, question, fromCheck: true })}
          back={back}
          send={() => void submit()}
        />
      );
  }
}

interface SurveyProps {
  survey: Opened['survey'];
  participation: Participation;
}

function AtStart({ survey, participation }: SurveyProps) {
  const { opened, shared, setShared, draft, setDraft, setSaid, setStage, resumed, link, fillIn, become, go } =
    participation;
  const eraseDraft = () => {
    void opened!.kept.eraseDraft(survey.id);
    resumed.current = null;
    setSaid({});
    setDraft(false);
    fillIn(survey, link.current!);
    become({ at: 'start' });
  };
  return (
    <Start
      survey={survey}
      shared={shared}
      setShared={setShared}
      draft={draft && resumed.current !== null}
      eraseDraft={eraseDraft}
      next={() => (resumed.current?.here ? setStage({ at: 'right' }) : go({ at: 'right' }))}
    />
  );
}

function HowToTakePart({ survey, toCheck, participation }: SurveyProps & { toCheck: boolean | undefined }) {
  const { right, setRight, code, setCode, body, setBody, session, resumed, setStage, logIn, toAnswers } = participation;
  return (
    <Right
      survey={survey}
      by={right}
      setBy={setRight}
      code={code}
      setCode={setCode}
      body={body}
      setBody={setBody}
      loggedIn={session.token !== null && body !== ''}
      logIn={logIn}
      back={() => (resumed.current?.here ? setStage({ at: 'start' }) : history.back())}
      next={() => toAnswers(toCheck)}
    />
  );
}

function NotCast({ opened, stage, participation }: WithinProps<Extract<Stage, { at: 'refused' }>>) {
  const { deliver, become, session, resumed } = participation;
  const changeRight = () => {
    if (stage.reason === 'body' && session.token !== null) {
      resumed.current = { to: { at: 'check' }, here: true };
      become({ at: 'body' });
    } else {
      become({ at: 'right', toCheck: true });
    }
  };
  return (
    <Refused
      reason={stage.reason}
      said={stage.said}
      survey={opened.survey}
      pending={stage.pending}
      again={() => void deliver(opened, stage.pending)}
      back={() => become({ at: 'check' })}
      changeRight={changeRight}
    />
  );
}
