import { render } from 'preact';
import '../common/page.css';
import { Frame, Loading } from '../common/view';

render(
  <Frame>
    <Loading />
  </Frame>,
  document.getElementById('app')!,
);
