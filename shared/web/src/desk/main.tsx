import { render } from 'preact';
import '../common/page.css';
import './desk.css';
import { DeskPage } from './desk';

render(<DeskPage />, document.getElementById('app')!);
