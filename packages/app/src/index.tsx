import '@backstage/ui/css/styles.css';
import ReactDOM from 'react-dom/client';
import { app } from './App';

const root = document.getElementById('root');
if (!root) {
  throw new Error('Found no element with id "root" in index.html.');
}
ReactDOM.createRoot(root).render(app.createRoot());
