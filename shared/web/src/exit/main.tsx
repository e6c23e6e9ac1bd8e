import { render } from 'preact';
import '../common/page.css';
import { Frame } from '../common/view';
import { Leaver } from './leaver';
import './exit.css';

render(
  <Frame>
    <Leaver />
  </Frame>,
  document.getElementById('app')!,
);
