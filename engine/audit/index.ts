export { audit } from './audit.ts';
export { auditDossier, resultsAcross } from './dossier.ts';
