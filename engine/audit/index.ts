export { audit, auditReadable } from './audit.ts';
export { auditDossier, resultsAcross } from './dossier.ts';
