import { render } from 'preact';
import '../common/page.css';
import { Frame } from '../common/view';
import { Respondent } from './respondent';

render(
  <Frame>
    <Respondent />
  </Frame>,
  document.getElementById('app')!,
);
