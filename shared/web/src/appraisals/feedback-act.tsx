import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { TextArea } from '../common/text-area';
import { almatyDay } from '../common/today';
import { Choices, TextField } from '../common/view';
import { Act } from './act';
import { type Appraisal, TOPICS } from './api';
import { useAppraisalTexts } from './texts';

/** ¶23: three topics, in an atmosphere of open and friendly dialogue. */
export function FeedbackAct({ appraisal, done }: { appraisal: Appraisal; done: () => void }) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  return (
    <Act
      id="feedback"
      open
      title={t('feedback')}
      intro={t('feedback_intro')}
      appraisal={appraisal}
      initial={{ heldOn: almatyDay(new Date()), topics: [] as string[], notes: '' }}
      submit={t('feedback_submit')}
      send={({ heldOn, topics, notes }, version) =>
        api(at('/appraisals/{appraisal}/feedback', { appraisal: appraisal.id }), {
          method: 'PUT',
          body: {
            heldOn,
            topics: topics as (typeof TOPICS)[number][],
            ...(notes.trim() !== '' && { notes: notes.trim() }),
            version,
          },
        })
      }
      done={done}
    >
      {({ field }) => (
        <>
          <TextField {...field('heldOn')} label={t('held_on')} kind="date" />
          <Choices
            id={field('topics').id}
            legend={t('topics')}
            error={field('topics').error}
            several
            choices={TOPICS.map((value) => ({ value, label: t(`topic_${value}`) }))}
            selected={field('topics').value}
            select={field('topics').change}
          />
          <TextArea {...field('notes')} label={t('notes')} />
        </>
      )}
    </Act>
  );
}
