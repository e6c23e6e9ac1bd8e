import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { codeOf, type Problem } from '../common/http';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { Note, TextField } from '../common/view';
import { codeIn } from './api';
import { EMPTY, fieldOf, idIn, leavingOf, missing } from './leaving';
import { LeavingFields, useMissing } from './leaving-fields';
import { Slip } from './slip';
import { useLeaversTexts } from './texts';

const SUBMIT = 'announce-submit';

/**
 * Announces somebody who leaves. Sent twice it is one announcement, so after a lost answer the same form goes again: what stood already
 * is then said, with the way to another code.
 */
export function Announce() {
  const t = useLeaversTexts();
  const { api, claims } = useDesk();
  const inWords = useMissing();
  const form = useForm(['leaver'], { ...EMPTY, reason: '' }, SUBMIT);
  const { typed } = form;
  // Whether the year of leaving is settled is the server's to say.
  const [settled, setSettled] = useState(false);
  const [standing, setStanding] = useState<string>();
  const [made, setMade] = useState<{ id: string; code: string } | null>(null);
  const refused = ({ errors, ...problem }: Problem) => {
    setSettled(settled || errors.some(({ pointer }) => pointer === '/reason'));
    setStanding(codeOf({ errors, ...problem }).startsWith('CONSENT_') ? undefined : idIn(problem.detail));
  };
  const announce = async () => {
    setStanding(undefined);
    const blank = missing(typed);
    if (blank.length > 0) {
      return form.wrong(inWords(blank));
    }
    const reason = typed.reason.trim();
    const about = { body: claims.body ?? '', person: typed.person.trim(), ...leavingOf(typed) };
    const body = { ...about, ...(reason !== '' && { reason }) };
    const reply = await form.send(() => api(at('/exit-interviews'), { method: 'POST', body }), fieldOf);
    if (reply?.kind === 'refused') {
      refused(reply.problem);
    }
    if (reply?.kind !== 'answered') {
      return;
    }
    form.forget();
    const { id } = reply.body;
    const code = codeIn(reply.body);
    if (reply.status === 202) {
      location.hash = linkTo(['exit', 'consents'], { asked: id });
    } else if (code !== undefined) {
      setMade({ id, code });
    } else {
      location.hash = linkTo(['exit', 'list', 'one', id], { news: reply.status === 200 ? 'before' : 'announced' });
    }
  };
  if (made !== null) {
    const done = () => {
      location.hash = linkTo(['exit', 'list', 'one', made.id]);
    };
    return <Slip code={made.code} done={done} />;
  }
  return (
    <FormPage
      form={form}
      page="announce"
      title={t('announce_title')}
      intro={<Intro standing={standing} />}
      submit={{ id: SUBMIT, label: t('announce') }}
      onSubmit={() => void announce()}
      beside={
        <a id="back" href={linkTo(['exit', 'list'])}>
          {t('back_to_list')}
        </a>
      }
    >
      <TextField {...form.text('person')} label={t('person_label')} hint={t('person_hint')} kind="code" />
      <LeavingFields form={form} />
      {(settled || typed.reason !== '') && (
        <TextArea {...form.text('reason')} label={t('settled_reason')} hint={t('settled_reason_hint')} />
      )}
    </FormPage>
  );
}

/** With the way to the announcement that stands already, where one does. */
function Intro({ standing }: { standing: string | undefined }) {
  const t = useLeaversTexts();
  return (
    <>
      {standing !== undefined && (
        <Note kind="warning">
          <p>
            <a id="standing" href={linkTo(['exit', 'list', 'one', standing])}>
              {t('see_standing')}
            </a>
          </p>
        </Note>
      )}
      <p>{t('announce_intro')}</p>
    </>
  );
}
