/** Begins the pages in the browser. */
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

createRoot(document.querySelector('#pages')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
