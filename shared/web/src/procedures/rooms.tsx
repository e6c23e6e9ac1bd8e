import { isAgency, useDesk } from '../common/desk';
import { linkTo } from '../common/route';
import { Heading } from '../common/view';
import { BodyField, WithBodies } from '../scoring/year-and-body';
import { FORMS, type FormId, FormPage } from './appraisal-form';
import { BodyMethodologies, MethodologyPage } from './methodologies';
import { useProceduresTexts } from './texts';

/** By which acts and forms employees are assessed: of each body, and the forms of all. */
export function ProcedureRooms({ path, query }: { path: string[]; query: URLSearchParams }) {
  const [place, first, second] = path;
  const form = FORMS.find((each) => each === first);
  if (place === 'forms' && form !== undefined) {
    return <FormPage key={form} id={form} saved={query.get('news') === 'saved'} />;
  }
  if (place === 'of' && first !== undefined && (second === 'M245' || second === 'M002-CH6')) {
    return <MethodologyPage key={path.join(' ')} body={first} id={second} />;
  }
  return <Procedures query={query} />;
}

function Procedures({ query }: { query: URLSearchParams }) {
  const t = useProceduresTexts();
  const desk = useDesk();
  const body = isAgency(desk) ? (query.get('body') ?? '') : (desk.claims.body ?? '');
  const choose = (chosen: string) => {
    location.hash = linkTo(['procedures'], { body: chosen });
  };
  return (
    <>
      <Heading page="procedures">{t('title')}</Heading>
      <p>{t('intro')}</p>
      <WithBodies>{(bodies) => <BodyField bodies={bodies} body={body} choose={choose} />}</WithBodies>
      {body !== '' && <BodyMethodologies key={body} body={body} saved={query.get('news') === 'saved'} />}
      <h2>{t('forms')}</h2>
      <ul id="forms">
        {FORMS.map((id: FormId) => (
          <li key={id}>
            <a href={linkTo(['procedures', 'forms', id])}>{t(`form_${id}`)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
