import { render } from 'preact';
import { Shell } from './shell';
import './style/index.css';

render(<Shell />, document.getElementById('console')!);
